package dev.parley.storage.postgres;

import dev.parley.base.CannotStart;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// Held by the one process that may use a data folder. The operating system lets go of it however the process ends.
final class FolderLock implements AutoCloseable {
    private final FileChannel channel;

    private FolderLock(FileChannel channel) {
        this.channel = channel;
    }

    static FolderLock take(Path folder) {
        try {
            Files.createDirectories(folder);
            FileChannel channel =
                    FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (!locked(channel)) {
                channel.close();
                throw new CannotStart("another Parley server already uses the data folder " + folder
                        + ": stop it, or give this one a folder of its own with PARLEY_DATA_DIR");
            }
            return new FolderLock(channel);
        } catch (IOException unwritable) {
            throw new CannotStart(
                    "the data folder " + folder + " cannot be written (" + unwritable.getMessage()
                            + "): change its owner or permissions, or choose another with PARLEY_DATA_DIR",
                    unwritable);
        }
    }

    private static boolean locked(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException heldByThisProcess) {
            return false;
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}

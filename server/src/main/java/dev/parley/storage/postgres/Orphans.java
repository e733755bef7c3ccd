package dev.parley.storage.postgres;

import dev.parley.base.CannotStart;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;

/// PostgreSQL processes that outlived the Parley that started them. Whoever asks holds the folder's lock, so every
/// one found is an orphan. It is ended in order rather than adopted: then nothing of the old process is under way any
/// more, and the new one runs with the settings of this start.
final class Orphans {
    private static final Logger LOG = Logger.getLogger(Orphans.class);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Path cluster;

    Orphans(Path cluster) {
        this.cluster = cluster;
    }

    void end() {
        Optional<ProcessHandle> postmaster = postmaster();
        if (postmaster.isPresent()) {
            LOG.infof(
                    "ending the PostgreSQL (process %d) that a killed Parley left behind",
                    postmaster.get().pid());
            Signals.fastShutdown(postmaster.get().pid());
            awaitEnd(List.of(postmaster.get()));
        }
        // Sessions of a postmaster that was killed hold its shared memory until they notice; a new one cannot start
        // before.
        List<ProcessHandle> sessions = all();
        if (!awaitEnd(sessions)) {
            sessions.forEach(ProcessHandle::destroyForcibly);
            awaitEnd(sessions);
        }
        forgetForeignProcess();
    }

    private Optional<ProcessHandle> postmaster() {
        return recordedPid().flatMap(ProcessHandle::of).filter(this::ours);
    }

    private Optional<Long> recordedPid() {
        try {
            return Optional.of(
                    Long.valueOf(Files.readAllLines(pidFile()).getFirst().strip()));
        } catch (IOException | RuntimeException noneOrHalfWritten) {
            return Optional.empty();
        }
    }

    private Path pidFile() {
        return cluster.resolve("postmaster.pid");
    }

    private List<ProcessHandle> all() {
        return ProcessHandle.allProcesses().filter(this::ours).toList();
    }

    private boolean ours(ProcessHandle process) {
        Path proc = Path.of("/proc", Long.toString(process.pid()));
        try {
            return Files.readSymbolicLink(proc.resolve("exe")).toString().contains("/bin/postgres")
                    && Files.readSymbolicLink(proc.resolve("cwd")).equals(cluster.toRealPath());
        } catch (IOException goneOrForeign) {
            return false;
        }
    }

    private static boolean awaitEnd(List<ProcessHandle> processes) {
        var ends = processes.stream().map(ProcessHandle::onExit).toArray(CompletableFuture<?>[]::new);
        try {
            CompletableFuture.allOf(ends).get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            return true;
        } catch (TimeoutException | ExecutionException stubborn) {
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new CannotStart("interrupted", interrupted);
        }
    }

    /// After a crash the recorded number may by now belong to some other program, which PostgreSQL would take for
    /// itself.
    private void forgetForeignProcess() {
        try {
            if (recordedPid().flatMap(ProcessHandle::of).isPresent()) {
                Files.deleteIfExists(pidFile());
            }
        } catch (IOException failed) {
            throw new CannotStart("the file " + pidFile() + " cannot be deleted: " + failed.getMessage(), failed);
        }
    }
}

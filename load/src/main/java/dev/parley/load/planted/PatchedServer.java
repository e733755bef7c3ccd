package dev.parley.load.planted;

import dev.parley.load.desk.BenchFailure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.FileVisitor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// A copy of the sources in a temporary folder, where servers are built that must never ship: each with one patch.
/// Owned by one thread.
public final class PatchedServer implements AutoCloseable {
    private static final List<String> COPIED = List.of("pom.xml", "load/pom.xml", "mvnw", ".mvn", "server", "web");
    private static final Set<String> NOT_COPIED = Set.of("target", "node_modules", "test");
    private static final String NODE_MODULES = "web/node_modules";
    private static final String JAR = "server/target/quarkus-app/quarkus-run.jar";

    private final Path root;
    private final Path copy;
    private Optional<Patch> applied = Optional.empty();
    private boolean built;

    /// Copies the sources of the repository at `root`.
    public PatchedServer(Path root) {
        this.root = root.toAbsolutePath().normalize();
        try {
            this.copy = Files.createTempDirectory("parley-planted-");
            for (String part : COPIED) {
                Path from = this.root.resolve(part);
                Files.createDirectories(copy.resolve(part).getParent());
                Files.walkFileTree(from, copying(this.root, copy));
            }
            if (Files.isDirectory(this.root.resolve(NODE_MODULES))) {
                Files.createSymbolicLink(copy.resolve(NODE_MODULES), this.root.resolve(NODE_MODULES));
            }
        } catch (IOException noRoom) {
            throw new BenchFailure("the sources cannot be copied: " + noRoom);
        }
        Runtime.getRuntime().addShutdownHook(new Thread(this::giveUp));
    }

    /// The server built with one of the patches of `load/planted` and nothing else.
    public Path jar(String patch) {
        apply(Patch.named(root, patch));
        return jar();
    }

    Path folder() {
        return copy;
    }

    /// The server as the sources in the copy are now.
    Path jar() {
        if (!built) {
            build();
            built = true;
        }
        return copy.resolve(JAR);
    }

    private void build() {
        var command = new Command(
                copy,
                List.of(
                        copy.resolve("mvnw").toString(),
                        "-q",
                        "-B",
                        "-ntp",
                        "-Dskip.web=true",
                        "-Dmaven.test.skip=true",
                        // Only what a patch touches is compiled again.
                        "-Dmaven.compiler.useIncrementalCompilation=false",
                        "-pl",
                        "server",
                        "package"));
        Command.Result result = command.run();
        if (result.code() != 0) {
            String what = applied.map(patch -> "the patch " + patch.name()).orElse("the sources");
            throw new BenchFailure(what + " cannot be built:\n" + result.lastLines());
        }
    }

    void apply(Patch patch) {
        revert();
        Command.Result check = git(patch, "--check");
        if (check.code() != 0) {
            throw new BenchFailure("the planted bug " + patch.name() + " no longer applies to the sources:\n"
                    + check.lastLines()
                    + "\nPut the same mistake into today's code, run `git diff`, and let it take the"
                    + " place of what follows the head of " + patch.file());
        }
        git(patch);
        applied = Optional.of(patch);
        touch(patch);
    }

    /// Takes the applied patch back, if there is one.
    void revert() {
        applied.ifPresent(patch -> {
            git(patch, "--reverse");
            touch(patch);
        });
        applied = Optional.empty();
    }

    private Command.Result git(Patch patch, String... options) {
        List<String> command = Stream.of(
                        Stream.of("git", "apply"),
                        Stream.of(options),
                        Stream.of(patch.file().toAbsolutePath().toString()))
                .flatMap(part -> part)
                .toList();
        return new Command(copy, command).run();
    }

    // The compiler goes by the time of a file, and a patch and its reversal may share a second.
    private void touch(Patch patch) {
        built = false;
        try (Stream<String> lines = Files.lines(patch.file())) {
            lines.filter(line -> line.startsWith("+++ b/"))
                    .map(line -> copy.resolve(line.substring("+++ b/".length())))
                    .filter(Files::exists)
                    .forEach(PatchedServer::touch);
        } catch (IOException gone) {
            throw new BenchFailure("a planted bug cannot be read: " + gone);
        }
    }

    private static void touch(Path file) {
        try {
            Files.setLastModifiedTime(file, FileTime.from(Instant.now().plusSeconds(1)));
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    // Somebody has stopped us in the middle of a build or an experiment.
    private void giveUp() {
        ProcessHandle.current().descendants().forEach(ProcessHandle::destroy);
        close();
    }

    @Override
    public void close() {
        if (!Files.exists(copy)) {
            return;
        }
        try (Stream<Path> files = Files.walk(copy)) {
            for (Path path : files.sorted((a, b) -> b.compareTo(a)).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException | UncheckedIOException stillInUse) {
            System.err.println("left behind: " + copy);
        }
    }

    private static FileVisitor<Path> copying(Path from, Path to) {
        return new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes a) throws IOException {
                if (NOT_COPIED.contains(folder.getFileName().toString())) {
                    return FileVisitResult.SKIP_SUBTREE;
                }
                Files.createDirectories(to.resolve(from.relativize(folder)));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes a) throws IOException {
                Files.copy(file, to.resolve(from.relativize(file)), StandardCopyOption.COPY_ATTRIBUTES);
                return FileVisitResult.CONTINUE;
            }
        };
    }
}

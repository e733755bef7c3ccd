package dev.parley.load.experiment;

import dev.parley.load.desk.BenchFailure;
import dev.parley.load.desk.Desk;
import dev.parley.load.desk.Tool;
import dev.parley.load.proof.Disturbance;
import dev.parley.load.proof.Plan;
import dev.parley.load.proof.Play;
import dev.parley.load.speed.Figures;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// There is no room left where the database is, until somebody makes some.
final class DiskFull {
    private static final String SIZE = "size=400m";
    private static final int CHUNK = 1 << 20;
    private static final long PAUSE_MILLIS = 3_000;

    private DiskFull() {}

    static Figures run(Stage stage) {
        Path folder = mount();
        // Messages long enough that the tables must grow while there is no room.
        Plan plan = stage.plan(3_000, 20_000, 2, 10).padded(700);
        try (Desk desk = Desk.fresh(stage.server(folder))) {
            Disturbance disturbance = play -> fill(play, folder.resolve("filler"));
            return Play.run(desk, plan, disturbance);
        } finally {
            unmount(folder);
        }
    }

    /// Why there can be no small disk here: only root mounts one, and not in every container.
    static Optional<String> hindrance() {
        try {
            unmount(mount());
            return Optional.empty();
        } catch (BenchFailure refused) {
            return Optional.ofNullable(refused.getMessage());
        }
    }

    private static void unmount(Path folder) {
        Tool.run(List.of("umount", folder.toString()));
        folder.toFile().delete();
    }

    private static Path mount() {
        try {
            Path folder = Files.createTempDirectory("parley-bench-disk-");
            Tool.run(List.of("mount", "-t", "tmpfs", "-o", SIZE, "tmpfs", folder.toString()));
            return folder;
        } catch (IOException failed) {
            throw new BenchFailure("no folder for the disk: " + failed);
        }
    }

    private static void fill(Play play, Path filler) {
        try (OutputStream out = Files.newOutputStream(filler)) {
            byte[] chunk = new byte[CHUNK];
            while (true) {
                out.write(chunk);
            }
        } catch (IOException full) {
            Play.pause(PAUSE_MILLIS);
        }
        play.struck();
        filler.toFile().delete();
        play.awaitAnswers();
    }
}

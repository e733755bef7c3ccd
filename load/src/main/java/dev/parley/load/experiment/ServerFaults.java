package dev.parley.load.experiment;

import dev.parley.load.desk.Desk;
import dev.parley.load.desk.ServerProcess;
import dev.parley.load.planted.PatchedServer;
import dev.parley.load.proof.Client;
import dev.parley.load.proof.Disturbance;
import dev.parley.load.proof.Plan;
import dev.parley.load.proof.Play;
import dev.parley.load.speed.Figures;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/// The server ends: killed, asked to, or by itself in the middle of its work.
final class ServerFaults {
    private static final int BURST = 30;
    private static final long LATEST_KILL_NANOS = 20_000_000;
    private static final double SECONDS_TO_END = 25;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /// Where a server built with `load/planted/exit-points.patch` can be made to end; the system property
    /// `parley.exit.at` names one.
    private static final List<String> EXIT_POINTS =
            List.of("before-begin", "after-insert", "after-commit", "mid-frame", "after-ack", "during-replay");

    private ServerFaults() {}

    static Figures kill(Stage stage) {
        return Play.run(stage.desk(), stage.plan(10_000, 300_000, 20, 200), ServerFaults::killOnce);
    }

    // A burst just before, and a moment nobody chose: so that the server dies in the middle of its work, not between
    // two messages.
    private static void killOnce(Play play) {
        ServerProcess server = play.desk().ownServer();
        play.burst(BURST);
        LockSupport.parkNanos(play.random().nextLong(LATEST_KILL_NANOS));
        server.kill();
        play.struck();
        play.restart(server, List.of());
        play.awaitAnswers();
    }

    static Figures politeRestart(Stage stage) {
        Disturbance disturbance = play -> {
            ServerProcess server = play.desk().ownServer();
            play.burst(BURST);
            play.struck();
            double seconds = server.stop();
            play.figures().with("secondsToEnd", Math.max(seconds, play.figures().valueOr("secondsToEnd", 0)));
            if (seconds > SECONDS_TO_END) {
                play.figures().fault("the server took more than 25 s to end", 1);
            }
            play.restart(server, List.of());
            play.awaitAnswers();
        };
        return Play.run(stage.desk(), stage.plan(2_000, 20_000, 2, 20), disturbance);
    }

    static Figures exitPoints(Stage stage) {
        Plan plan = stage.plan(6_000, 60_000, EXIT_POINTS.size(), 10 * EXIT_POINTS.size());
        Path root = Path.of(System.getProperty("parley.root", "."));
        try (PatchedServer server = new PatchedServer(root);
                Desk desk = stage.desk(server.jar("exit-points"))) {
            return Play.run(desk, plan, new AtEveryPoint());
        }
    }

    /// Starts the server anew for each point in turn, so that it ends there after a while, and then without one.
    private static final class AtEveryPoint implements Disturbance {
        private static final int MOST_PASSED = 200;
        private int strikes;

        @Override
        public void strike(Play play) {
            String point = EXIT_POINTS.get(strikes++ % EXIT_POINTS.size());
            int after = 1 + play.random().nextInt(MOST_PASSED);
            ServerProcess server = play.desk().ownServer();
            server.stop();
            play.restart(server, List.of("-Dparley.exit.at=" + point, "-Dparley.exit.after=" + after));
            long deadline = System.nanoTime() + PATIENCE.toNanos();
            boolean ended = false;
            while (!ended && System.nanoTime() < deadline) {
                // Who comes back is sent what he missed; that is one of the points.
                play.onLoop(() -> {
                    play.clients().stream().limit(10).forEach(Client::cut);
                    return true;
                });
                play.burst(BURST);
                ended = server.awaitEnd(Duration.ofMillis(200));
            }
            play.struck();
            if (ended) {
                play.figures().with("exits." + point, play.figures().valueOr("exits." + point, 0) + 1);
            } else {
                play.figures().fault("the server never came to " + point, 1);
                server.stop();
            }
            play.restart(server, List.of());
            play.awaitAnswers();
        }
    }
}

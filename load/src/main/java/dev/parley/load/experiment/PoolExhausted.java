package dev.parley.load.experiment;

import dev.parley.load.desk.BenchFailure;
import dev.parley.load.proof.Cast;
import dev.parley.load.proof.Client;
import dev.parley.load.proof.Disturbance;
import dev.parley.load.proof.Play;
import dev.parley.load.speed.Figures;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Somebody holds the rows of all chats locked, and more requests wait for them than there are connections to the
/// database.
final class PoolExhausted {
    private static final int REQUESTS = 40;
    private static final int CLIENTS_CUT = 10;

    private PoolExhausted() {}

    static Figures run(Stage stage) {
        // Longer than the server waits for a connection.
        int millis = stage.scale().either(7_000, 15_000);
        Disturbance disturbance = play -> {
            List<Thread> waiting = whileLocked(play, millis);
            play.awaitAnswers();
            waiting.forEach(PoolExhausted::join);
        };
        return Play.run(stage.desk(), stage.plan(2_000, 10_000, 1, 5), disturbance);
    }

    private static List<Thread> whileLocked(Play play, int millis) {
        try (Connection connection = play.desk().ownServer().database().connect();
                var lock = connection.createStatement()) {
            connection.setAutoCommit(false);
            lock.execute("select 1 from chat where status <> 'closed' order by id for update");
            List<Thread> waiting = new ArrayList<>();
            for (int i = 0; i < REQUESTS; i++) {
                Cast.Scene scene = play.scenes().get(i % play.scenes().size());
                waiting.add(Thread.ofVirtual().start(() -> acceptAgain(play, scene)));
            }
            play.onLoop(() -> {
                play.clients().stream().limit(CLIENTS_CUT).forEach(Client::cut);
                return true;
            });
            Play.pause(millis);
            play.struck();
            connection.rollback();
            return waiting;
        } catch (SQLException failed) {
            throw new BenchFailure("the chats cannot be locked: " + failed.getMessage());
        }
    }

    // It has been accepted already, so this changes nothing; but it asks for the chat's lock.
    private static void acceptAgain(Play play, Cast.Scene scene) {
        play.desk().api().attempt(scene.owner().person().token(), "/chats/" + scene.chat() + "/accept", Map.of());
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new BenchFailure("stopped");
        }
    }
}

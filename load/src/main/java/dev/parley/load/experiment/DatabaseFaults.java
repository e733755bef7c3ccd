package dev.parley.load.experiment;

import dev.parley.load.desk.EmbeddedDatabase;
import dev.parley.load.proof.Disturbance;
import dev.parley.load.proof.Plan;
import dev.parley.load.proof.Play;
import dev.parley.load.speed.Figures;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;

/// The server lives on and its database does not do what it should.
final class DatabaseFaults {
    private static final int BURST = 30;
    private static final long LATEST_STRIKE_NANOS = 10_000_000;
    private static final int SHORT_MILLIS = 1_500;
    private static final int GIVEN_UP_MILLIS = 11_500;
    private static final int FEW_CHATS = 10;
    private static final int FULL_OUTBOX = 25;
    private static final String END_SESSIONS = """
            select pg_terminate_backend(pid) from pg_stat_activity
             where datname = 'parley' and pid <> pg_backend_pid()
            """;

    private interface Blow {
        void at(EmbeddedDatabase database);
    }

    private DatabaseFaults() {}

    static Figures kill(Stage stage) {
        Disturbance disturbance = play -> {
            int which = play.random().nextInt(Short.MAX_VALUE);
            strike(play, which % 2 == 0 ? EmbeddedDatabase::kill : database -> database.killOneProcess(which));
        };
        return Play.run(stage.desk(), stage.plan(2_500, 30_000, 4, 40), disturbance);
    }

    static Figures backendsEnded(Stage stage) {
        return Play.run(
                stage.desk(),
                stage.plan(2_500, 30_000, 15, 200),
                play -> strike(play, database -> database.execute(END_SESSIONS)));
    }

    /// Once shorter and once longer than the server waits before it gives its messages back.
    static Figures readOnly(Stage stage) {
        AtomicBoolean longer = new AtomicBoolean();
        Disturbance disturbance = play -> strike(play, database -> {
            readOnly(database, "on");
            Play.pause(longer.getAndSet(!longer.get()) ? GIVEN_UP_MILLIS : SHORT_MILLIS);
            readOnly(database, "off");
        });
        return Play.run(stage.desk(), stage.plan(2_000, 10_000, 2, 10), disturbance);
    }

    private static void readOnly(EmbeddedDatabase database, String state) {
        database.execute("alter system set default_transaction_read_only = " + state);
        database.execute("select pg_reload_conf()");
    }

    /// People write more than the server takes in flight, and repeat it.
    static Figures stopped(Stage stage) {
        Disturbance disturbance = play -> strike(play, database -> {
            database.suspend();
            try {
                Play.pause(stage.scale().either(7_000, 30_000));
            } finally {
                database.resume();
            }
        });
        Plan plan = Plan.of(
                        stage.scale().messages(2_000, 10_000),
                        stage.scale().chats(FEW_CHATS),
                        stage.scale().kills(1, 5),
                        stage.scale().rate(FEW_CHATS * FULL_OUTBOX),
                        stage.seed())
                .eager(FULL_OUTBOX);
        return Play.run(stage.desk(), plan, disturbance);
    }

    private static void strike(Play play, Blow blow) {
        EmbeddedDatabase database = play.desk().ownServer().database();
        play.burst(BURST);
        LockSupport.parkNanos(play.random().nextLong(LATEST_STRIKE_NANOS));
        play.struck();
        blow.at(database);
        play.awaitAnswers();
    }
}

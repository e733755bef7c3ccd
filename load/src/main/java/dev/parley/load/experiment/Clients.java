package dev.parley.load.experiment;

import dev.parley.load.proof.Cast;
import dev.parley.load.proof.Conversation;
import dev.parley.load.proof.Disturbance;
import dev.parley.load.proof.Outlook;
import dev.parley.load.proof.Plan;
import dev.parley.load.proof.Play;
import dev.parley.load.proof.Verdict;
import dev.parley.load.speed.Figures;
import dev.parley.load.speed.Storm;
import java.util.List;

/// People who come back: after hours, or all at once.
final class Clients {
    private static final int SECONDS_TO_CATCH_UP = 30;
    private static final int SECONDS_FOR_A_HERD = 60;
    private static final int HERD_ENTRIES = 30;

    private Clients() {}

    static Figures away(Stage stage) {
        Plan plan = Plan.of(
                stage.scale().messages(6_000, 20_000), 1, 0, stage.scale().rate(1_500), stage.seed());
        return Play.run(stage.desk(), plan, new OneLeaves());
    }

    /// The outsider of a chat is not there while all is said, and then comes back with an old cursor.
    private static final class OneLeaves implements Disturbance {
        private int before;

        @Override
        public void begin(Play play) {
            Cast.Scene scene = play.scenes().getFirst();
            Conversation his = conversation(scene);
            play.onLoop(() -> {
                before = his.cursor();
                scene.outsider().leave();
                return true;
            });
        }

        @Override
        public void strike(Play play) {}

        @Override
        public void end(Play play) {
            Cast.Scene scene = play.scenes().getFirst();
            Conversation his = conversation(scene);
            int missed = play.desk()
                            .api()
                            .get(scene.outsider().person().token(), "/chats/" + scene.chat())
                            .path("head")
                            .asInt()
                    - before;
            long begin = System.nanoTime();
            play.onLoop(() -> {
                scene.outsider().comeBack();
                return true;
            });
            if (!Play.await(() -> play.onLoop(his::cursor) >= before + missed, SECONDS_TO_CATCH_UP)) {
                play.figures().fault("he who was away did not catch up", 1);
            }
            play.figures().with("entriesMissed", missed).with("secondsToCatchUp", (System.nanoTime() - begin) / 1e9);
        }

        private static Conversation conversation(Cast.Scene scene) {
            return scene.outsider().conversations().iterator().next();
        }
    }

    static Figures herd(Stage stage) {
        int clients = stage.scale().messages(600, 10_000);
        Figures figures = new Storm(stage.desk()).measure(clients, HERD_ENTRIES, true);
        if (figures.value("secondsUntilLive") > SECONDS_FOR_A_HERD) {
            figures.fault("not everybody was back within 60 s", 1);
        }
        return Outlook.tell(figures, (long) clients * HERD_ENTRIES, List.of(0), Verdict.of(List.of()));
    }
}

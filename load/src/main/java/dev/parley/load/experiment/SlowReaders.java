package dev.parley.load.experiment;

import dev.parley.load.proof.Cast;
import dev.parley.load.proof.Client;
import dev.parley.load.proof.Conversation;
import dev.parley.load.proof.Disturbance;
import dev.parley.load.proof.Plan;
import dev.parley.load.proof.Play;
import dev.parley.load.speed.Figures;
import java.util.List;
import java.util.Map;

/// Some clients stop reading and go on writing: the server sends them away instead of queueing for ever, the others
/// do not notice, and later the slow ones catch up.
final class SlowReaders {
    private static final int PADDING = 3_800;
    private static final int SLOW = 3;
    private static final int WORDS = 800;
    private static final long BETWEEN_WORDS_MILLIS = 10;
    private static final String TOO_SLOW = "closed with 4008";

    private SlowReaders() {}

    static Figures run(Stage stage) {
        Plan plan = stage.plan(4_000, 30_000, 1, 10).padded(PADDING);
        return Play.run(stage.desk(), plan, new SomeHang());
    }

    private static final class SomeHang implements Disturbance {
        @Override
        public void strike(Play play) {
            List<Cast.Scene> scenes = play.scenes().subList(0, SLOW);
            mute(play, scenes, true);
            play.struck();
            for (int i = 0; i < WORDS; i++) {
                play.onLoop(() -> {
                    scenes.forEach(scene -> speak(play, scene.owner()));
                    return true;
                });
                Play.pause(BETWEEN_WORDS_MILLIS);
            }
            mute(play, scenes, false);
        }

        private static void mute(Play play, List<Cast.Scene> scenes, boolean on) {
            play.onLoop(() -> {
                scenes.forEach(scene -> scene.owner().mute(on));
                return true;
            });
        }

        private static void speak(Play play, Client client) {
            Conversation conversation = client.conversations().iterator().next();
            play.say(client, conversation);
        }

        @Override
        public void end(Play play) {
            Map<String, Integer> lost = play.onLoop(() -> Map.copyOf(play.connectionsLost()));
            play.figures().with("closedAsTooSlow", lost.getOrDefault(TOO_SLOW, 0));
            lost.forEach((why, times) -> {
                if (!why.equals(TOO_SLOW)) {
                    play.figures().fault("lost connection: " + why, times);
                }
            });
            if (!lost.containsKey(TOO_SLOW)) {
                play.figures().fault("nobody was closed as too slow", 1);
            }
        }
    }
}

package dev.parley.load.experiment;

import dev.parley.load.proof.Cast;
import dev.parley.load.proof.Client;
import dev.parley.load.proof.Disturbance;
import dev.parley.load.proof.Plan;
import dev.parley.load.proof.Play;
import dev.parley.load.speed.Figures;
import java.util.List;

/// Two stay connected and read nothing while a third writes long messages. Nobody else may notice; who hears again is
/// given what he lacks from his bookmark on, over the same connection. Who goes on writing all the same, and leaves
/// his answers unread, is closed with 4008 and comes back.
final class SlowReaders implements Disturbance {
    // Together more than fits into every buffer between the server and somebody who does not read.
    private static final int PADDING = 3_800;
    private static final int ROUNDS_OF_THE_OTHER = 60;
    private static final int ROUNDS_UNREAD = 32;
    private static final int A_ROUND = 10;
    private static final int CHATS = 6;
    private static final int SECONDS = 30;
    private static final int SECONDS_TO_SHOW = 5;
    private static final String TOO_SLOW = "closed with 4008";

    private SlowReaders() {}

    static Figures run(Stage stage) {
        Scale scale = stage.scale();
        Plan plan = Plan.of(
                        scale.messages(1_000, 20_000),
                        scale.chats(CHATS),
                        scale.kills(1, 10),
                        scale.rate(200),
                        stage.seed())
                .padded(PADDING);
        return Play.run(stage.desk(), plan, new SlowReaders());
    }

    @Override
    public void strike(Play play) {
        Cast.Scene scene = play.scenes().get(play.random().nextInt(play.scenes().size()));
        Client patient = scene.second();
        Client stubborn = scene.outsider();
        int endings = endings(play, patient);
        deaf(play, List.of(patient, stubborn), true);
        if (!say(play, scene, scene.owner(), ROUNDS_OF_THE_OTHER)) {
            play.figures().fault("somebody who does not read held up the others", 1);
        }
        // At some point he is closed, and what he says behind it comes after his return.
        say(play, scene, stubborn, ROUNDS_UNREAD);
        play.struck();
        deaf(play, List.of(patient, stubborn), false);
        if (!Play.await(() -> play.onLoop(() -> stubborn.endings().contains(TOO_SLOW)), SECONDS)) {
            play.figures().fault("who left hundreds of answers unread was not closed with 4008", 1);
        }
        play.awaitAnswers();
        if (endings(play, patient) != endings) {
            play.figures().fault("who only read late lost his connection", 1);
        }
    }

    /// No faster than it is shown to the one in the chat who reads; false if it no longer is.
    private static boolean say(Play play, Cast.Scene scene, Client who, int rounds) {
        for (int i = 0; i < rounds; i++) {
            int until = shown(play, scene) + A_ROUND;
            play.insist(who, scene.chat(), A_ROUND);
            if (!Play.await(() -> shown(play, scene) >= until, SECONDS_TO_SHOW)) {
                return false;
            }
        }
        return true;
    }

    private static int shown(Play play, Cast.Scene scene) {
        return play.onLoop(() -> scene.owner().conversation(scene.chat()).cursor());
    }

    private static int endings(Play play, Client client) {
        return play.onLoop(() -> client.endings().size());
    }

    private static void deaf(Play play, List<Client> clients, boolean deaf) {
        play.onLoop(() -> {
            clients.forEach(client -> client.deaf(deaf));
            return true;
        });
    }
}

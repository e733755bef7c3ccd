package dev.parley.load.experiment;

import dev.parley.load.net.AckThief;
import dev.parley.load.net.Proxy;
import dev.parley.load.net.Storms;
import dev.parley.load.proof.Disturbance;
import dev.parley.load.proof.Plan;
import dev.parley.load.proof.Play;
import dev.parley.load.speed.Figures;

/// Between people and desk things are lost.
final class NetworkFaults {
    private static final long SOON_MILLIS = 400;
    private static final long LATER_MILLIS = 1_500;

    private NetworkFaults() {}

    static Figures lostAcks(Stage stage) {
        AckThief thief = new AckThief();
        Plan plan = stage.plan(3_000, 100_000, 0, 0).repeatingAfter(SOON_MILLIS);
        try (Proxy proxy = new Proxy(stage.desk().url(), thief)) {
            Figures figures = Play.run(stage.desk(), plan, proxy.url(), Disturbance.NONE);
            figures.with("acksDropped", thief.stolen()).with("connectionsCut", thief.connectionsCut());
            if (thief.stolen() < figures.value("messages")) {
                figures.fault("messages whose first ack came through", 1);
            }
            return figures;
        }
    }

    static Figures badNetwork(Stage stage) {
        Storms storms = new Storms(stage.seed());
        Plan plan = stage.plan(4_000, 100_000, 0, 0).repeatingAfter(LATER_MILLIS);
        Disturbance disturbance = new Disturbance() {
            @Override
            public void strike(Play play) {}

            @Override
            public void end(Play play) {
                storms.end();
            }
        };
        try (Proxy proxy = new Proxy(stage.desk().url(), storms)) {
            return Play.run(stage.desk(), plan, proxy.url(), disturbance)
                    .with("connectionsReset", storms.resets())
                    .with("blackHoles", storms.holes());
        }
    }
}

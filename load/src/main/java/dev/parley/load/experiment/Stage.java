package dev.parley.load.experiment;

import dev.parley.load.desk.Desk;
import dev.parley.load.desk.ServerProcess;
import dev.parley.load.proof.Plan;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;

/// What experiments are given: a desk, shared with those before and after, as much as they shall do, and their seed.
public final class Stage implements AutoCloseable {
    private static final int USUAL_CHATS = 50;
    private static final int USUAL_RATE = 400;

    private final Supplier<Desk> desks;
    private final Servers servers;
    private final Scale scale;
    private final long seed;
    private Optional<Desk> shared = Optional.empty();

    /// Prepares a server: the one of the run or another, with its data in a folder of somebody's choice or its own.
    public interface Servers {
        ServerProcess prepare(Optional<Path> jar, Optional<Path> dataFolder);
    }

    /// `desks` gives the shared desk, again if it had to be given up; `servers` a further server.
    public Stage(Supplier<Desk> desks, Servers servers, Scale scale, long seed) {
        this.desks = desks;
        this.servers = servers;
        this.scale = scale;
        this.seed = seed;
    }

    Desk desk() {
        if (shared.isEmpty()) {
            shared = Optional.of(desks.get());
        }
        return shared.get();
    }

    /// A server that is not started yet, and whoever asked for it closes it.
    ServerProcess server(Path dataFolder) {
        return servers.prepare(Optional.empty(), Optional.of(dataFolder));
    }

    /// A desk on another server than that of the run; whoever asked for it closes it.
    Desk desk(Path jar) {
        return Desk.fresh(servers.prepare(Optional.of(jar), Optional.empty()));
    }

    /// The desk is in an unknown state: the next experiment gets another.
    void abandon() {
        shared.ifPresent(Desk::close);
        shared = Optional.empty();
    }

    Scale scale() {
        return scale;
    }

    long seed() {
        return seed;
    }

    /// A play of the usual kind.
    Plan plan(int small, int large, int strikesSmall, int strikesLarge) {
        return Plan.of(
                scale.messages(small, large),
                scale.chats(USUAL_CHATS),
                scale.kills(strikesSmall, strikesLarge),
                scale.rate(USUAL_RATE),
                seed);
    }

    @Override
    public void close() {
        abandon();
    }
}

package dev.parley.load.experiment;

import dev.parley.load.speed.Figures;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/// One thing that may go wrong, tried out. `ownCommand`: it needs something that the others do not, so it runs only
/// when it is named. `hindrance`: why it cannot run on this machine, if so.
record Experiment(
        String name,
        String what,
        boolean ownCommand,
        Function<Stage, Figures> run,
        Supplier<Optional<String>> hindrance) {
    Experiment(String name, String what, Function<Stage, Figures> run) {
        this(name, what, false, run, Optional::empty);
    }
}

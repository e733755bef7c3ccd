package dev.parley.load.experiment;

import dev.parley.load.speed.Figures;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/// One thing that may go wrong, tried out. `slow`: it takes too long for the small run, so it is part of the full one,
/// or named. `hindrance`: why it cannot run on this machine, if so.
record Experiment(
        String name, String what, boolean slow, Function<Stage, Figures> run, Supplier<Optional<String>> hindrance) {
    Experiment(String name, String what, Function<Stage, Figures> run) {
        this(name, what, false, run, Optional::empty);
    }
}

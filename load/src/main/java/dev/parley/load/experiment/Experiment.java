package dev.parley.load.experiment;

import dev.parley.load.speed.Figures;
import java.util.function.Function;

/// One thing that may go wrong, tried out. `ownCommand`: it needs something that the others do not, so it runs only
/// when it is named.
record Experiment(String name, String what, boolean ownCommand, Function<Stage, Figures> run) {
    Experiment(String name, String what, Function<Stage, Figures> run) {
        this(name, what, false, run);
    }
}

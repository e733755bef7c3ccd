package dev.parley.load.planted;

import dev.parley.load.desk.BenchFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// A change of the sources that never ships. Its file begins with lines that say what it is and which trial it is for:
/// a
/// bug must be caught there; what is no bug is a tool of an experiment.
record Patch(String name, Path file, String says, String breaks, Trial trial) {
    private static final String ENDING = ".patch";
    private static final String COMMENT = "# ";
    private static final String BUG = "Bug: ";
    private static final String CAUGHT_BY = "Caught by: ";
    private static final String USED_BY = "Used by: ";
    private static final String COUNTER = "Counter: ";
    private static final String BREAKS = "Breaks: ";
    private static final String BENCH = "bench ";
    private static final String PAGE = "page ";

    /// What is run against the patched sources. `counter` is the one that a bug must raise.
    sealed interface Trial {
        String counter();

        /// How people call it.
        String title();

        /// A command of the bench, run against the built server.
        record Experiment(List<String> arguments, String counter) implements Trial {
            @Override
            public String title() {
                return String.join(" ", arguments);
            }
        }

        /// One test of the pages.
        record PageTest(String file, String test, String counter) implements Trial {
            @Override
            public String title() {
                return file.substring(file.lastIndexOf('/') + 1) + ": " + test;
            }
        }
    }

    /// All patches of the repository, by name.
    static List<Patch> all(Path root) {
        try (Stream<Path> files = Files.list(root.resolve("load/planted"))) {
            return files.filter(file -> file.toString().endsWith(ENDING))
                    .sorted()
                    .map(Patch::read)
                    .toList();
        } catch (IOException gone) {
            throw new BenchFailure("the planted bugs cannot be read: " + gone);
        }
    }

    static Patch named(Path root, String name) {
        List<Patch> all = all(root);
        return all.stream()
                .filter(patch -> patch.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new BenchFailure("no planted bug is called " + name + "; there are "
                        + String.join(", ", all.stream().map(Patch::name).toList())));
    }

    static Patch read(Path file) {
        List<String> head = head(file);
        String name = file.getFileName().toString();
        name = name.substring(0, name.length() - ENDING.length());
        boolean bug = head.stream().anyMatch(line -> line.startsWith(BUG));
        String how = said(head, bug ? CAUGHT_BY : USED_BY);
        String says = String.join(
                " ",
                head.stream()
                        .takeWhile(line -> !line.startsWith(BREAKS) && !line.startsWith(USED_BY))
                        .toList());
        String counter = said(head, COUNTER);
        if (bug && counter.isEmpty()) {
            throw new BenchFailure(file + " does not say which counter must rise");
        }
        return new Patch(name, file, says, said(head, BREAKS), trial(file, how, counter));
    }

    boolean bug() {
        return says.startsWith(BUG);
    }

    @Override
    public String toString() {
        return name;
    }

    private static Trial trial(Path file, String how, String counter) {
        if (how.startsWith(BENCH)) {
            return new Trial.Experiment(List.of(how.substring(BENCH.length()).split(" ")), counter);
        }
        String[] fileAndTest =
                how.startsWith(PAGE) ? how.substring(PAGE.length()).split(": ", 2) : new String[0];
        if (fileAndTest.length == 2) {
            return new Trial.PageTest(fileAndTest[0], fileAndTest[1], counter);
        }
        throw new BenchFailure(file + " names \"" + how + "\", which is no experiment");
    }

    private static List<String> head(Path file) {
        List<String> head = new ArrayList<>();
        try (Stream<String> lines = Files.lines(file)) {
            lines.takeWhile(line -> line.startsWith(COMMENT))
                    .map(line -> line.substring(COMMENT.length()))
                    .forEach(head::add);
        } catch (IOException gone) {
            throw new BenchFailure("a planted bug cannot be read: " + gone);
        }
        return head;
    }

    private static String said(List<String> head, String what) {
        return head.stream()
                .filter(line -> line.startsWith(what))
                .map(line -> line.substring(what.length()))
                .findFirst()
                .orElse("");
    }
}

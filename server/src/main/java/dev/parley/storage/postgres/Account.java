package dev.parley.storage.postgres;

import dev.parley.base.CannotStart;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// Under which account PostgreSQL runs, for it refuses to run as root: the words put before each of its commands, and
/// whether its files must first be given to somebody else.
record Account(List<String> prefix, boolean nobody) {
    private static final int ROOT = 0;
    private static final String NOBODY = "65534";

    /// Whoever started Parley. Started by root, PostgreSQL runs in a user namespace of its own, where it is nobody
    /// while the files stay root's; where the kernel or a container forbids that, as the user nobody.
    static Account fitting() {
        // Of a session of its own, PostgreSQL does not hear the Ctrl-C that is meant for Parley, which ends it last.
        List<String> session = works(List.of("setsid")) ? List.of("setsid") : List.of();
        if (uid() != ROOT) {
            return new Account(session, false);
        }
        if (works(List.of("unshare", "-U"))) {
            return new Account(join(session, List.of("unshare", "-U")), false);
        }
        List<String> setpriv = List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups", "--");
        if (works(setpriv)) {
            return new Account(join(session, setpriv), true);
        }
        throw new CannotStart("PostgreSQL does not run as root, and neither `unshare -U` nor `setpriv` works here:"
                + " start Parley as an ordinary user, or name a PostgreSQL of your own with PARLEY_DB_URL");
    }

    List<String> command(String... words) {
        return join(prefix, List.of(words));
    }

    /// Gives `path` and all below it to the account.
    void own(Path path) {
        if (nobody && !succeeds(List.of("chown", "-R", NOBODY + ":" + NOBODY, path.toString()))) {
            throw new CannotStart(
                    "the files in " + path + " could not be given to the user nobody, which runs PostgreSQL");
        }
    }

    private static boolean works(List<String> prefix) {
        return succeeds(join(prefix, List.of("true")));
    }

    private static List<String> join(List<String> first, List<String> second) {
        return Stream.concat(first.stream(), second.stream()).toList();
    }

    private static int uid() {
        try {
            return (Integer) Files.getAttribute(Path.of("/proc/self"), "unix:uid");
        } catch (IOException unknown) {
            throw new CannotStart("/proc is not there, so the account of this process is unknown", unknown);
        }
    }

    private static boolean succeeds(List<String> command) {
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException missing) {
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new CannotStart("interrupted", interrupted);
        }
    }
}

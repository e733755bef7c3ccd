package dev.parley.web;

import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.Set;

/// Which of the built pages answers to which address.
@Singleton
class Pages {
    private static final String EXTERNAL = "/external.html";
    private static final Set<String> EXTERNAL_PAGES = Set.of("/", "/register", "/reset");
    private static final String CONSOLE = "/console.html";
    private static final String SETUP = "/setup.html";

    private final boolean ownSetup;

    Pages() {
        ClassLoader classes = Thread.currentThread().getContextClassLoader();
        this.ownSetup = classes.getResource("META-INF/resources" + SETUP) != null;
    }

    Optional<String> page(String path) {
        if (EXTERNAL_PAGES.contains(path) || under(path, "/conversations")) {
            return Optional.of(EXTERNAL);
        }
        if (under(path, "/agent")) {
            return Optional.of(CONSOLE);
        }
        if (under(path, "/setup")) {
            return Optional.of(ownSetup ? SETUP : CONSOLE);
        }
        return Optional.empty();
    }

    private static boolean under(String path, String folder) {
        return path.equals(folder) || path.startsWith(folder + "/");
    }
}

package dev.parley.app;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// The sockets of the running test. People of tests gone by would hear, and check, whatever happens in later ones.
@Singleton
class OpenLines {
    private final List<Line> lines = new CopyOnWriteArrayList<>();

    Line with(Line line) {
        lines.add(line);
        return line;
    }

    void hangUp() {
        lines.forEach(Line::breaks);
        lines.clear();
    }
}

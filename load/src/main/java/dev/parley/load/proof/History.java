package dev.parley.load.proof;

import java.util.List;

/// One chat as the database tells it, to agents and to outsiders.
record History(String chat, List<Line> agents, List<Line> outsiders) {
    List<Line> view(boolean outsider) {
        return outsider ? outsiders : agents;
    }
}

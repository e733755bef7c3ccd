package dev.parley.load.proof;

import java.util.Map;
import java.util.TreeMap;

/// What happened on the wire that is no fault but worth telling. Owned by one event loop.
final class Counters {
    private final Map<String, Integer> refusals = new TreeMap<>();
    private final Map<String, Integer> oddities = new TreeMap<>();
    private int transmissions;
    private int gaps;

    void transmitted() {
        transmissions++;
    }

    void gap() {
        gaps++;
    }

    void refused(String code) {
        refusals.merge(code, 1, Integer::sum);
    }

    void bye(String code) {
        oddities.merge("bye " + code, 1, Integer::sum);
    }

    void odd(String what) {
        oddities.merge(what, 1, Integer::sum);
    }

    int transmissions() {
        return transmissions;
    }

    int gaps() {
        return gaps;
    }

    Map<String, Integer> refusals() {
        return refusals;
    }

    Map<String, Integer> oddities() {
        return oddities;
    }
}

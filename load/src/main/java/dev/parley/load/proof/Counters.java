package dev.parley.load.proof;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;

/// What happened on the wire that is no fault but worth telling. Owned by one event loop.
final class Counters {
    private final Map<String, Integer> refusals = new TreeMap<>();
    private final Map<String, Integer> oddities = new TreeMap<>();
    private final Map<String, Integer> byes = new TreeMap<>();
    private final AtomicInteger acks = new AtomicInteger();
    private int transmissions;
    private int gaps;

    void acked() {
        acks.incrementAndGet();
    }

    /// So far; may be asked from any thread.
    int acks() {
        return acks.get();
    }

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
        byes.merge(code, 1, Integer::sum);
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

    Map<String, Integer> byes() {
        return byes;
    }

    Map<String, Integer> refusals() {
        return refusals;
    }

    Map<String, Integer> oddities() {
        return oddities;
    }
}

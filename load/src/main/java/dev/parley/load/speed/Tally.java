package dev.parley.load.speed;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/// What one event loop has seen: latencies while it measures, and everything that must not happen. Latencies belong
/// to the loop; faults may be told from anywhere.
final class Tally {
    private final Latencies latencies = new Latencies();
    private final Map<String, Integer> faults = new ConcurrentHashMap<>();
    private volatile boolean measuring;

    void measure(boolean on) {
        measuring = on;
    }

    void delivered(long nanos) {
        if (measuring) {
            latencies.add(nanos);
        }
    }

    void fault(String what) {
        faults.merge(what, 1, Integer::sum);
    }

    Latencies latencies() {
        return latencies;
    }

    Map<String, Integer> faults() {
        return new TreeMap<>(faults);
    }
}

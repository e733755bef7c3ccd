package dev.parley.load.speed;

import java.util.Arrays;
import java.util.Collection;

/// Every single latency of a run in nanoseconds, so that percentiles are exact. Owned by one thread.
public final class Latencies {
    private long[] nanos = new long[1 << 16];
    private int count;

    public void add(long value) {
        if (count == nanos.length) {
            nanos = Arrays.copyOf(nanos, count * 2);
        }
        nanos[count++] = value;
    }

    public int count() {
        return count;
    }

    /// The smallest latency that `percent` of all do not exceed (nearest rank), in milliseconds; 0 if there are none.
    public double percentileMillis(double percent) {
        if (count == 0) {
            return 0;
        }
        long[] sorted = Arrays.copyOf(nanos, count);
        Arrays.sort(sorted);
        int rank = (int) Math.ceil(percent / 100 * count);
        return sorted[Math.max(0, rank - 1)] / 1e6;
    }

    /// The latencies of several threads as one.
    public static Latencies joined(Collection<Latencies> parts) {
        Latencies all = new Latencies();
        for (Latencies part : parts) {
            for (int i = 0; i < part.count; i++) {
                all.add(part.nanos[i]);
            }
        }
        return all;
    }
}

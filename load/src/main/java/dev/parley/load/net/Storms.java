package dev.parley.load.net;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;

/// A bad network: every connection is slow in its own way; most are reset after a while, some first turn into a
/// black hole, where nothing arrives and nobody is told.
public final class Storms implements Proxy.Weather {
    private static final int MOST_LATENCY_MILLIS = 40;
    private static final int SHORTEST_LIFE_MILLIS = 300;
    private static final int LONGEST_LIFE_MILLIS = 6_000;
    private static final int SHORTEST_HOLE_MILLIS = 500;
    private static final int LONGEST_HOLE_MILLIS = 3_000;
    private static final int HOLE_PERCENT = 30;
    private static final int CHUNK = 8192;

    private final Random random;
    private final AtomicInteger resets = new AtomicInteger();
    private final AtomicInteger holes = new AtomicInteger();
    private volatile boolean over;

    public Storms(long seed) {
        this.random = new Random(seed);
    }

    @Override
    public void begin(Link link) {
        Passage passage = new Passage(random(1, MOST_LATENCY_MILLIS));
        link.upwards(passage);
        link.downwards(passage);
        Thread.ofVirtual().start(() -> live(link, passage));
    }

    /// From now on the sun shines: what is there stays, without latency.
    public void end() {
        over = true;
    }

    public int resets() {
        return resets.get();
    }

    public int holes() {
        return holes.get();
    }

    private void live(Link link, Passage passage) {
        pause(random(SHORTEST_LIFE_MILLIS, LONGEST_LIFE_MILLIS));
        if (over) {
            return;
        }
        if (random(0, 100) < HOLE_PERCENT) {
            holes.incrementAndGet();
            passage.swallows = true;
            pause(random(SHORTEST_HOLE_MILLIS, LONGEST_HOLE_MILLIS));
        }
        resets.incrementAndGet();
        link.reset();
    }

    private synchronized int random(int from, int to) {
        return random.nextInt(from, to);
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    /// Lets every chunk wait before it goes on.
    private final class Passage implements Relay {
        private final int latency;
        private volatile boolean swallows;

        Passage(int latency) {
            this.latency = latency;
        }

        @Override
        public void carry(InputStream from, OutputStream to) throws IOException {
            byte[] chunk = new byte[CHUNK];
            int length = from.read(chunk);
            while (length >= 0) {
                if (!over) {
                    pause(latency);
                }
                if (!swallows) {
                    to.write(chunk, 0, length);
                    to.flush();
                }
                length = from.read(chunk);
            }
        }
    }
}

package dev.parley.gateway;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// A long poll: frames wait here until the peer asks for them. Guarded by its lock, because it is written on the
/// event loop and emptied by the thread of a request.
final class PollTransport implements Transport {
    private static final int FULL_AT = 128;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition something = lock.newCondition();
    private List<String> frames = new ArrayList<>();
    private Runnable whenDrained = () -> {};
    private boolean closed;
    private int takers;

    /// Waits until there are frames, the poll is closed, the next request takes over, or the time is over; takes what
    /// is there. Only the newest request waits, so a peer may send while it listens and never holds more than two.
    List<String> take(Duration atMost) throws InterruptedException {
        lock.lock();
        try {
            int mine = ++takers;
            something.signalAll();
            long left = atMost.toNanos();
            while (frames.isEmpty() && !closed && takers == mine && left > 0) {
                left = something.awaitNanos(left);
            }
            List<String> taken = frames;
            frames = new ArrayList<>();
            return taken;
        } finally {
            lock.unlock();
        }
    }

    /// How many requests have come so far.
    int takers() {
        lock.lock();
        try {
            return takers;
        } finally {
            lock.unlock();
        }
    }

    /// What has to run on the event loop after frames were taken.
    Runnable drained() {
        lock.lock();
        try {
            Runnable then = whenDrained;
            whenDrained = () -> {};
            return then;
        } finally {
            lock.unlock();
        }
    }

    boolean closed() {
        lock.lock();
        try {
            return closed && frames.isEmpty();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void write(String frame) {
        lock.lock();
        try {
            frames.add(frame);
            something.signalAll();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public boolean full() {
        lock.lock();
        try {
            return frames.size() >= FULL_AT;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void whenDrained(Runnable then) {
        lock.lock();
        try {
            whenDrained = then;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void ping() {
        // A poll shows life by asking again.
    }

    @Override
    public void close(int code) {
        lock.lock();
        try {
            closed = true;
            something.signalAll();
        } finally {
            lock.unlock();
        }
    }
}

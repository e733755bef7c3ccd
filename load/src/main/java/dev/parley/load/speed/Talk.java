package dev.parley.load.speed;

import dev.parley.load.desk.BenchFailure;
import dev.parley.load.desk.Cpu;
import dev.parley.load.desk.Desk;
import dev.parley.load.desk.Processes;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/// Lets the chats of a floor talk for a while and measures it.
public final class Talk {
    private static final int SECONDS_TO_FINISH = 5;
    private static final long MILLIS_TO_SETTLE = 2000;
    private static final long POLL_MILLIS = 20;

    private final Desk desk;
    private final Floor floor;
    private final AtomicBoolean talking = new AtomicBoolean(true);

    public Talk(Desk desk, Floor floor) {
        this.desk = desk;
        this.floor = floor;
    }

    /// Closed loop: the next message of a chat goes out when everybody has the last one.
    public Figures closedLoop(int warmupSeconds, int seconds) {
        talkInTurn();
        pause(warmupSeconds * 1000L);
        return measure(seconds);
    }

    /// Open loop: `rate` messages a second whatever happens; latency counts from when a message was due. The server
    /// is warmed up by a closed loop: at a low rate its compiler would need minutes.
    public Figures paced(int rate, int warmupSeconds, int seconds) {
        if (warmupSeconds > 0) {
            talkInTurn();
            pause(warmupSeconds * 1000L);
            finish();
            talking.set(true);
        }
        floor.onEach(chat -> chat.pace((again, now) -> {}));
        long begin = System.nanoTime();
        long interval = TimeUnit.SECONDS.toNanos(1) / rate;
        for (int loop = 0; loop < floor.tallies().size(); loop++) {
            next(loop, 0, begin, interval);
        }
        pause(warmupSeconds > 0 ? MILLIS_TO_SETTLE : 0);
        return measure(seconds);
    }

    private void talkInTurn() {
        floor.onEach(chat -> {
            chat.pace((again, now) -> {
                if (talking.get()) {
                    again.owe(now);
                }
            });
            chat.owe(System.nanoTime());
        });
    }

    /// Every chat sends `messages` messages in a closed loop.
    void seed(int messages) {
        AtomicInteger chatsToGo = new AtomicInteger(floor.size());
        floor.onEach(chat -> {
            int[] left = {messages - 1};
            chat.pace((again, now) -> {
                if (left[0]-- > 0) {
                    again.owe(now);
                } else {
                    chatsToGo.decrementAndGet();
                }
            });
            chat.owe(System.nanoTime());
        });
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60) + messages * floor.size() * 2_000_000L;
        while (chatsToGo.get() > 0) {
            if (System.nanoTime() > deadline) {
                throw new BenchFailure("the chats were not filled in time: " + floor.faults());
            }
            pause(POLL_MILLIS);
        }
    }

    private void next(int loop, long message, long begin, long interval) {
        int loops = floor.tallies().size();
        long mine = message;
        while (chatOf(mine) % loops != loop) {
            mine++;
        }
        long number = mine;
        long dueAt = begin + number * interval;
        floor.loops()
                .loop(loop)
                .schedule(
                        () -> {
                            if (talking.get()) {
                                floor.chat(chatOf(number)).owe(dueAt);
                                next(loop, number + 1, begin, interval);
                            }
                        },
                        dueAt - System.nanoTime(),
                        TimeUnit.NANOSECONDS);
    }

    private int chatOf(long message) {
        return (int) (message % floor.size());
    }

    private Figures measure(int seconds) {
        Cpu before = desk.cpu();
        long begin = System.nanoTime();
        floor.tallies().forEach(tally -> tally.measure(true));
        pause(seconds * 1000L);
        floor.tallies().forEach(tally -> tally.measure(false));
        double took = (System.nanoTime() - begin) / 1e9;
        Cpu used = desk.cpu().since(before);
        finish();
        return figures(took, used);
    }

    private void finish() {
        talking.set(false);
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS_TO_FINISH);
        while (busyChats() > 0 && System.nanoTime() < deadline) {
            pause(POLL_MILLIS);
        }
        int busy = busyChats();
        if (busy > 0) {
            floor.tallies().getFirst().fault(busy + " chats with messages that did not reach everybody");
        }
    }

    private int busyChats() {
        AtomicInteger busy = new AtomicInteger();
        floor.onEach(chat -> {
            if (!chat.quiet()) {
                busy.incrementAndGet();
            }
        });
        return busy.get();
    }

    private Figures figures(double seconds, Cpu used) {
        Latencies latencies =
                Latencies.joined(floor.tallies().stream().map(Tally::latencies).toList());
        double thousands = latencies.count() / 1000.0;
        Figures figures = new Figures()
                .with("messagesPerSecond", latencies.count() / seconds)
                .with("p50Ms", latencies.percentileMillis(50))
                .with("p99Ms", latencies.percentileMillis(99))
                .with("p999Ms", latencies.percentileMillis(99.9))
                .withCpu("serverCpuMsPer1000", used.server(), thousands)
                .withCpu("databaseCpuMsPer1000", used.database(), thousands)
                .withCpu("generatorCpuMsPer1000", used.generator(), thousands)
                .with("messages", latencies.count());
        desk.serverPid().ifPresent(pid -> figures.with("serverRssMb", Processes.residentKb(pid) / 1024.0));
        if (latencies.count() == 0) {
            figures.fault("not a single message was delivered", 1);
        }
        floor.faults().forEach(figures::fault);
        return figures;
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new BenchFailure("stopped");
        }
    }
}

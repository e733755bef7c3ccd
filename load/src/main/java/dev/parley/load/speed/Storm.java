package dev.parley.load.speed;

import dev.parley.load.desk.BenchFailure;
import dev.parley.load.desk.Cpu;
import dev.parley.load.desk.Desk;
import dev.parley.load.desk.Person;
import dev.parley.load.wire.Loops;
import io.netty.channel.EventLoop;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

/// Everybody is cut off and comes back at once, with a cursor that is some entries old. Measured is the time until
/// the last of them is live and has his entries.
public final class Storm {
    private static final int PATIENCE_SECONDS = 300;
    private static final long RETRY_MILLIS = 300;

    private final Desk desk;
    private final AtomicInteger retries = new AtomicInteger();

    public Storm(Desk desk) {
        this.desk = desk;
    }

    /// `restart`: the server is killed and started again; else only the connections are cut.
    public Figures measure(int clients, int entries, boolean restart) {
        int chats = (clients + TalkingChat.PEOPLE - 1) / TalkingChat.PEOPLE;
        Floor floor = new Floor(desk, chats, 1);
        new Talk(desk, floor).seed(entries);
        List<Floor.Opened> opened = floor.opened();
        Figures figures = new Figures();
        floor.faults().forEach(figures::fault);
        long begin = System.nanoTime();
        floor.close();
        if (restart) {
            figures.with("secondsToStart", restart());
        }
        return storm(figures, hellos(opened, clients, entries), entries, begin);
    }

    private double restart() {
        var server = desk.server().orElseThrow(() -> new BenchFailure("only an own server can be restarted"));
        server.kill();
        return server.start();
    }

    private Figures storm(Figures figures, List<String> hellos, int entries, long cutAt) {
        try (Loops loops = new Loops(desk.url(), 1)) {
            Cpu before = desk.cpu();
            long begin = System.nanoTime();
            Latencies latencies = new Latencies();
            AtomicInteger tooFew = new AtomicInteger();
            List<CompletableFuture<Void>> back = new ArrayList<>();
            for (String hello : hellos) {
                CompletableFuture<Void> done = new CompletableFuture<>();
                back.add(done);
                come(loops, loops.loop(0), hello, got -> {
                    latencies.add(System.nanoTime() - begin);
                    if (got < entries) {
                        tooFew.incrementAndGet();
                    }
                    done.complete(null);
                });
            }
            await(back, figures);
            long end = System.nanoTime();
            Cpu used = desk.cpu().since(before);
            if (tooFew.get() > 0) {
                figures.fault("clients live without their entries", tooFew.get());
            }
            return figures.with("clients", hellos.size())
                    .with("secondsUntilLive", (end - begin) / 1e9)
                    .with("secondsSinceCut", (end - cutAt) / 1e9)
                    .with("p50Ms", latencies.percentileMillis(50))
                    .with("p99Ms", latencies.percentileMillis(99))
                    .withCpu("serverCpuMsPerClient", used.server(), hellos.size())
                    .withCpu("databaseCpuMsPerClient", used.database(), hellos.size())
                    .withCpu("generatorCpuMsPerClient", used.generator(), hellos.size())
                    .with("connectionsRepeated", retries.get());
        }
    }

    private interface Arrival {
        void with(int entries);
    }

    private void come(Loops loops, EventLoop loop, String hello, Arrival arrival) {
        Guest guest = new Guest(hello);
        guest.live().whenComplete((entries, failed) -> {
            if (failed == null) {
                arrival.with(entries);
                return;
            }
            retries.incrementAndGet();
            long wait = ThreadLocalRandom.current().nextLong(RETRY_MILLIS);
            loop.schedule(() -> come(loops, loop, hello, arrival), wait, TimeUnit.MILLISECONDS);
        });
        loops.open(loop, guest);
    }

    private static List<String> hellos(List<Floor.Opened> chats, int clients, int entries) {
        List<String> hellos = new ArrayList<>();
        for (Floor.Opened chat : chats) {
            for (int i = 0; i < chat.people().size() && hellos.size() < clients; i++) {
                Person person = chat.people().get(i);
                hellos.add("{\"type\":\"hello\",\"token\":\"" + person.token() + "\",\"cursors\":{\"" + chat.id()
                        + "\":" + (chat.heads().get(i) - entries) + "}}");
            }
        }
        return hellos;
    }

    private static void await(List<CompletableFuture<Void>> back, Figures figures) {
        try {
            CompletableFuture.allOf(back.toArray(CompletableFuture[]::new)).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException late) {
            long missing = back.stream().filter(one -> !one.isDone()).count();
            figures.fault("clients who did not come back", (int) missing);
        } catch (ExecutionException impossible) {
            throw new BenchFailure("the storm failed: " + impossible);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new BenchFailure("stopped");
        }
    }
}

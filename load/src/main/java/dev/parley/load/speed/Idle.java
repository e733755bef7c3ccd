package dev.parley.load.speed;

import dev.parley.load.desk.BenchFailure;
import dev.parley.load.desk.Desk;
import dev.parley.load.desk.HeapReader;
import dev.parley.load.desk.Person;
import dev.parley.load.desk.Processes;
import dev.parley.load.wire.Loops;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Many signed-in customer users who say nothing: what does the server keep for each of them? The heap is collected
/// before each reading, so that the figures show what is kept and not what has not been swept up.
public final class Idle {
    private static final int AT_ONCE = 500;
    private static final int SECONDS_TO_CONNECT = 30;
    private static final int SECONDS_TO_SETTLE = 2;

    private record Memory(long residentKb, OptionalLong liveKb) {
        static Memory of(long pid) {
            OptionalLong live = HeapReader.liveKb(pid);
            return new Memory(Processes.residentKb(pid), live);
        }
    }

    private final Desk desk;

    public Idle(Desk desk) {
        this.desk = desk;
    }

    /// `atMost`: how many KB of live heap a connection may keep; 0 for whatever it takes.
    public Figures measure(int connections, double atMost) {
        long pid = desk.serverPid()
                .orElseThrow(() -> new BenchFailure("memory can only be read with --server-pid or an own server"));
        String run = HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextInt());
        List<Person> people = desk.staff(run).customerUsers(connections);
        try (Loops loops = new Loops(desk.url(), 1)) {
            Memory before = Memory.of(pid);
            long begin = System.nanoTime();
            List<Guest> guests = connect(loops, people);
            double seconds = (System.nanoTime() - begin) / 1e9;
            settle();
            Memory after = Memory.of(pid);
            Figures figures = figures(connections, before, after).with("secondsToConnect", seconds);
            long gone = guests.stream().filter(Guest::isGone).count();
            if (gone > 0) {
                figures.fault("connections lost while idle", (int) gone);
            }
            guests.forEach(Guest::leave);
            if (atMost > 0 && figures.value("liveHeapKbPerConnection") > atMost) {
                figures.fault("more than " + atMost + " KB of live heap a connection", 1);
            }
            return figures;
        }
    }

    // Resident memory may not grow at all while the heap still has room from the sign-ins; live heap leaves out what
    // is not on the heap. Neither may flatter, so the larger one counts.
    private static Figures figures(int connections, Memory before, Memory after) {
        double resident = (double) (after.residentKb - before.residentKb) / connections;
        double live = before.liveKb.isPresent() && after.liveKb.isPresent()
                ? (double) (after.liveKb.getAsLong() - before.liveKb.getAsLong()) / connections
                : 0;
        return new Figures()
                .with("connections", connections)
                .with("kbPerConnection", Math.max(resident, live))
                .with("residentKbPerConnection", resident)
                .with("liveHeapKbPerConnection", live)
                .with("serverRssMb", after.residentKb / 1024.0);
    }

    private static List<Guest> connect(Loops loops, List<Person> people) {
        List<Guest> guests = new ArrayList<>();
        for (int from = 0; from < people.size(); from += AT_ONCE) {
            List<Guest> some = people.subList(from, Math.min(people.size(), from + AT_ONCE)).stream()
                    .map(person -> new Guest("{\"type\":\"hello\",\"token\":\"" + person.token() + "\"}"))
                    .toList();
            some.forEach(guest -> loops.open(loops.loop(0), guest));
            await(some);
            guests.addAll(some);
        }
        return guests;
    }

    private static void await(List<Guest> guests) {
        try {
            CompletableFuture.allOf(guests.stream().map(Guest::live).toArray(CompletableFuture[]::new))
                    .get(SECONDS_TO_CONNECT, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException failed) {
            throw new BenchFailure("not everybody got live: " + failed);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new BenchFailure("stopped");
        }
    }

    private static void settle() {
        try {
            TimeUnit.SECONDS.sleep(SECONDS_TO_SETTLE);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new BenchFailure("stopped");
        }
    }
}

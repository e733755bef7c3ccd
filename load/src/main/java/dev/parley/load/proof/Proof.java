package dev.parley.load.proof;

import dev.parley.load.desk.BenchFailure;
import dev.parley.load.desk.Crew;
import dev.parley.load.desk.Desk;
import dev.parley.load.desk.ServerProcess;
import dev.parley.load.speed.Figures;
import dev.parley.load.wire.Loops;
import io.netty.channel.EventLoop;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/// People write in many chats while the server is killed again and again; at the end everybody's ledger is held
/// against the history.
public final class Proof {
    private static final int SECONDS_TO_ANSWER_ALL = 60;
    private static final int SECONDS_TO_SHOW_ALL = 5;
    private static final int SECONDS_WITHOUT_PROGRESS = 60;
    private static final long POLL_MILLIS = 5;
    private static final int BURST = 30;
    private static final long LATEST_KILL_NANOS = 20_000_000;
    private static final double FIRST_KILL = 0.05;
    private static final double LAST_KILL = 0.95;

    /// How long and how rough. Without kills any desk will do.
    public record Plan(int messages, int chats, int kills, int rate, boolean killDatabase, long seed) {}

    private final Desk desk;
    private final Plan plan;
    private final Loops loops;
    private final EventLoop loop;
    private final Counters counters = new Counters();
    private final AtomicInteger said = new AtomicInteger();
    private final List<Integer> inFlightAtKills = new ArrayList<>();
    private final AtomicBoolean held = new AtomicBoolean();
    private final Random moments;
    private double secondsDown;

    private Proof(Desk desk, Plan plan, Loops loops) {
        this.desk = desk;
        this.plan = plan;
        this.loops = loops;
        this.loop = loops.loop(0);
        this.moments = new Random(plan.seed());
    }

    /// Runs the plan and tells what was found.
    public static Figures run(Desk desk, Plan plan) {
        try (Loops loops = new Loops(desk.url(), 1)) {
            return new Proof(desk, plan, loops).run();
        }
    }

    private Figures run() {
        List<Cast.Scene> scenes = new Cast(desk, loops, counters, plan.seed()).assemble(plan.chats());
        List<Traffic.Seat> seats = onLoop(() -> Cast.seats(scenes));
        Traffic traffic = new Traffic(seats, plan.seed());
        long begin = System.nanoTime();
        var ticks = loop.scheduleAtFixedRate(
                () -> {
                    if (!held.get()) {
                        speak(traffic);
                    }
                },
                0,
                TimeUnit.SECONDS.toNanos(1) / plan.rate(),
                TimeUnit.NANOSECONDS);
        for (int point : killPoints()) {
            awaitSaid(point);
            killAndRestart(traffic, seats);
        }
        awaitSaid(plan.messages());
        ticks.cancel(false);
        await(() -> onLoop(() -> unanswered(seats)) == 0, SECONDS_TO_ANSWER_ALL);
        double seconds = (System.nanoTime() - begin) / 1e9;
        List<History> histories = settledHistories(scenes, seats);
        List<Ledger> ledgers = onLoop(
                () -> seats.stream().map(seat -> seat.conversation().ledger()).toList());
        onLoop(() -> {
            seats.forEach(seat -> seat.client().leave());
            return true;
        });
        return figures(Checker.check(ledgers, histories), ledgers, seconds);
    }

    private List<Integer> killPoints() {
        Random random = new Random(plan.seed());
        return random.doubles(plan.kills(), FIRST_KILL, LAST_KILL)
                .sorted()
                .mapToObj(share -> (int) (share * plan.messages()))
                .toList();
    }

    private void speak(Traffic traffic) {
        if (said.get() < plan.messages() && traffic.next()) {
            said.incrementAndGet();
        }
    }

    // A burst just before, and a moment nobody chose: so that the server dies in the middle of its work, not
    // between two messages.
    private void killAndRestart(Traffic traffic, List<Traffic.Seat> seats) {
        ServerProcess server =
                desk.server().orElseThrow(() -> new BenchFailure("only an own server can be killed; leave --url out"));
        onLoop(() -> {
            held.set(true);
            for (int i = 0; i < BURST; i++) {
                speak(traffic);
            }
            return true;
        });
        LockSupport.parkNanos(moments.nextLong(LATEST_KILL_NANOS));
        if (plan.killDatabase()) {
            server.killDatabase();
        }
        server.kill();
        inFlightAtKills.add(onLoop(() -> unanswered(seats)));
        held.set(false);
        secondsDown += server.start();
        await(() -> onLoop(() -> unanswered(seats)) < seats.size(), SECONDS_TO_ANSWER_ALL);
    }

    private static int unanswered(List<Traffic.Seat> seats) {
        return seats.stream()
                .mapToInt(seat -> seat.conversation().outbox().size())
                .sum();
    }

    private void awaitSaid(int count) {
        int last = -1;
        long deadline = 0;
        while (said.get() < count) {
            if (said.get() != last) {
                last = said.get();
                deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS_WITHOUT_PROGRESS);
            } else if (System.nanoTime() > deadline) {
                throw new BenchFailure("nothing was answered for " + SECONDS_WITHOUT_PROGRESS + " s after " + last
                        + " messages: " + counters.refusals() + counters.oddities());
            }
            pause();
        }
    }

    // What is on its way to somebody's screen is given its time; what never comes is then found missing.
    private List<History> settledHistories(List<Cast.Scene> scenes, List<Traffic.Seat> seats) {
        Reader reader = new Reader(desk.api());
        int shown = -1;
        long deadline = 0;
        while (true) {
            List<History> histories = Crew.each(scenes.size(), i -> reader.history(scenes.get(i)));
            int now = onLoop(() -> seats.stream()
                    .mapToInt(seat -> seat.conversation().cursor())
                    .sum());
            if (now != shown) {
                shown = now;
                deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS_TO_SHOW_ALL);
            }
            if (onLoop(() -> settled(histories, seats)) || System.nanoTime() > deadline) {
                return histories;
            }
        }
    }

    private static boolean settled(List<History> histories, List<Traffic.Seat> seats) {
        for (int i = 0; i < seats.size(); i++) {
            Traffic.Seat seat = seats.get(i);
            List<Line> view = histories.get(i / Cast.PEOPLE).view(seat.client().outsider());
            if (seat.conversation().cursor() != view.size()) {
                return false;
            }
        }
        return true;
    }

    private Figures figures(Verdict verdict, List<Ledger> ledgers, double seconds) {
        List<Outcome> outcomes = ledgers.stream()
                .flatMap(ledger -> ledger.sent().stream())
                .map(Sent::outcome)
                .toList();
        long acked = outcomes.stream().filter(Outcome.Acked.class::isInstance).count();
        Figures figures = new Figures()
                .with("messages", said.get())
                .with("acked", acked)
                .with(
                        "refused",
                        outcomes.stream()
                                .filter(Outcome.Refused.class::isInstance)
                                .count())
                .with("kills", inFlightAtKills.size())
                .with(
                        "inFlightAtKills",
                        inFlightAtKills.stream().mapToInt(i -> i).sum())
                .with("seed", plan.seed())
                .with("secondsInAll", seconds)
                .with("secondsStarting", secondsDown)
                .with("transmissions", counters.transmissions())
                .with("gapsFetched", counters.gaps())
                .with("bound95", acked == 0 ? 1 : 3.0 / acked);
        verdict.counts().forEach((fault, count) -> figures.with(fault.figure(), count));
        verdict.examples().forEach(example -> figures.fault(example, 1));
        counters.oddities().forEach(figures::fault);
        counters.refusals().forEach((code, times) -> figures.with("refused." + code, times));
        return figures;
    }

    private <T> T onLoop(Supplier<T> question) {
        return CompletableFuture.supplyAsync(question, loop).join();
    }

    private static void await(BooleanSupplier condition, int seconds) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        while (!condition.getAsBoolean() && System.nanoTime() < deadline) {
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(POLL_MILLIS);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new BenchFailure("stopped");
        }
    }
}

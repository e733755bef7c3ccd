package dev.parley.load.proof;

import dev.parley.load.desk.BenchFailure;
import dev.parley.load.desk.Crew;
import dev.parley.load.desk.Desk;
import dev.parley.load.desk.ServerProcess;
import dev.parley.load.speed.Figures;
import dev.parley.load.wire.Loops;
import io.netty.channel.EventLoop;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/// People write in many chats while something goes wrong again and again; at the end everybody's ledger is held
/// against the history and the tables.
public final class Play {
    private static final int SECONDS_TO_ANSWER_ALL = 60;
    private static final int SECONDS_TO_SHOW_ALL = 5;
    private static final int SECONDS_WITHOUT_PROGRESS = 90;
    private static final long POLL_MILLIS = 5;
    private static final double FIRST_STRIKE = 0.05;
    private static final double LAST_STRIKE = 0.95;

    private final Desk desk;
    private final Plan plan;
    private final Loops loops;
    private final EventLoop loop;
    private final Counters counters = new Counters();
    private final AtomicInteger said = new AtomicInteger();
    private final AtomicInteger insisted = new AtomicInteger();
    private final List<Integer> inFlight = new ArrayList<>();
    private final AtomicBoolean held = new AtomicBoolean();
    private final Random random;
    private final Figures figures = new Figures();
    private final List<Cast.Scene> scenes;
    private final List<Traffic.Seat> seats;
    private final Traffic traffic;
    private double secondsDown;

    private Play(Desk desk, Plan plan, Loops loops) {
        this.desk = desk;
        this.plan = plan;
        this.loops = loops;
        this.loop = loops.loop(0);
        this.random = new Random(plan.seed());
        this.scenes = new Cast(desk, this.loops, counters, plan).assemble(plan.chats());
        this.seats = onLoop(() -> Cast.seats(scenes));
        this.traffic = new Traffic(seats, plan);
    }

    /// Plays it and tells what was found.
    public static Figures run(Desk desk, Plan plan, Disturbance disturbance) {
        return run(desk, plan, desk.url(), disturbance);
    }

    /// As above; people's sockets lead to `entrance`, from where somebody passes them on to the desk, or does not.
    public static Figures run(Desk desk, Plan plan, URI entrance, Disturbance disturbance) {
        try (Loops loops = new Loops(entrance, 1)) {
            return new Play(desk, plan, loops).run(disturbance);
        }
    }

    public Desk desk() {
        return desk;
    }

    public List<Cast.Scene> scenes() {
        return scenes;
    }

    /// Everybody, once.
    public List<Client> clients() {
        return seats.stream().map(Traffic.Seat::client).distinct().toList();
    }

    /// What the disturbance has to tell of itself.
    public Figures figures() {
        return figures;
    }

    /// Chooses moments; the same for the same seed.
    public Random random() {
        return random;
    }

    /// Lets people say `count` messages at once.
    public void burst(int count) {
        onLoop(() -> {
            for (int i = 0; i < count; i++) {
                speak();
            }
            return true;
        });
    }

    /// Lets one person say `count` messages more in this chat at once, however many of his are unanswered.
    public void insist(Client person, String chat, int count) {
        onLoop(() -> {
            for (int i = 0; i < count; i++) {
                traffic.insist(person, person.conversation(chat));
                insisted.incrementAndGet();
            }
            return true;
        });
    }

    /// People fall silent, or talk again.
    public void hold(boolean on) {
        held.set(on);
    }

    /// Notes how many messages are in flight at this moment: something has just struck.
    public void struck() {
        inFlight.add(onLoop(() -> unanswered(seats)));
    }

    /// Starts the server again after its end; people fall silent meanwhile, so that the rest is not said to nobody.
    public void restart(ServerProcess server, List<String> jvmFlags) {
        hold(true);
        secondsDown += server.start(jvmFlags);
        hold(false);
    }

    /// Waits until somebody is answered again.
    public void awaitAnswers() {
        int before = counters.acks();
        if (!await(() -> counters.acks() > before || onLoop(() -> unanswered(seats)) == 0, SECONDS_WITHOUT_PROGRESS)) {
            figures.fault("nobody was answered any more", 1);
        }
    }

    public <T> T onLoop(Supplier<T> question) {
        return CompletableFuture.supplyAsync(question, loop).join();
    }

    /// Says whether it became true in that time.
    public static boolean await(BooleanSupplier condition, int seconds) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            pause(POLL_MILLIS);
        }
        return true;
    }

    public static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new BenchFailure("stopped");
        }
    }

    private Figures run(Disturbance disturbance) {
        disturbance.begin(this);
        long begin = System.nanoTime();
        var ticks = loop.scheduleAtFixedRate(
                () -> {
                    if (!held.get()) {
                        speak();
                    }
                },
                0,
                TimeUnit.SECONDS.toNanos(1) / plan.rate(),
                TimeUnit.NANOSECONDS);
        for (int point : strikePoints()) {
            awaitSaid(point);
            disturbance.strike(this);
        }
        awaitSaid(plan.messages());
        ticks.cancel(false);
        double secondsTalking = (System.nanoTime() - begin) / 1e9 - secondsDown;
        disturbance.end(this);
        await(() -> onLoop(() -> unanswered(seats)) == 0, SECONDS_TO_ANSWER_ALL);
        List<History> histories = settledHistories();
        List<Ledger> ledgers = onLoop(
                () -> seats.stream().map(seat -> seat.conversation().ledger()).toList());
        onLoop(() -> {
            seats.forEach(seat -> seat.client().leave());
            return true;
        });
        Verdict verdict = Checker.check(ledgers, histories, transcripts(), rows());
        return figures(verdict, ledgers, secondsTalking, (System.nanoTime() - begin) / 1e9);
    }

    private List<Integer> strikePoints() {
        return new Random(plan.seed())
                .doubles(plan.strikes(), FIRST_STRIKE, LAST_STRIKE)
                .sorted()
                .mapToObj(share -> (int) (share * plan.messages()))
                .toList();
    }

    private void speak() {
        if (said.get() < plan.messages() && traffic.next()) {
            said.incrementAndGet();
        }
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
                        + " messages: " + counters.refusals() + counters.byes() + counters.oddities());
            }
            pause(POLL_MILLIS);
        }
    }

    // What is on its way to somebody's screen is given its time; what never comes is then found missing.
    private List<History> settledHistories() {
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
            if (onLoop(() -> settled(histories)) || System.nanoTime() > deadline) {
                return histories;
            }
        }
    }

    private boolean settled(List<History> histories) {
        for (int i = 0; i < seats.size(); i++) {
            Traffic.Seat seat = seats.get(i);
            List<Line> view = histories.get(i / Cast.PEOPLE).view(seat.client().outsider());
            if (seat.conversation().cursor() != view.size()) {
                return false;
            }
        }
        return true;
    }

    private List<History> transcripts() {
        Reader reader = new Reader(desk.api());
        return Crew.each(scenes.size(), i -> reader.transcript(scenes.get(i)));
    }

    private List<History> rows() {
        List<String> chats = scenes.stream().map(Cast.Scene::chat).toList();
        return desk.server()
                .map(server -> new StoredRows(server.database()).histories(chats))
                .orElse(List.of());
    }

    private Figures figures(Verdict verdict, List<Ledger> ledgers, double secondsTalking, double secondsInAll) {
        List<Outcome> outcomes = ledgers.stream()
                .flatMap(ledger -> ledger.sent().stream())
                .map(Sent::outcome)
                .toList();
        long acked = outcomes.stream().filter(Outcome.Acked.class::isInstance).count();
        figures.with("messages", said.get() + insisted.get());
        Outlook.tell(figures, acked, inFlight, verdict);
        figures.with("messagesPerSecond", said.get() / secondsTalking)
                .with("secondsInAll", secondsInAll)
                .with("secondsStarting", secondsDown)
                .with("transmissions", counters.transmissions())
                .with("gapsFetched", counters.gaps());
        outcomes.stream()
                .filter(Outcome.Refused.class::isInstance)
                .map(Outcome.Refused.class::cast)
                .forEach(refused -> figures.fault("refused for good: " + refused.code(), 1));
        counters.oddities().forEach(figures::fault);
        counters.refusals().forEach((code, times) -> figures.with("refused." + code, times));
        counters.byes().forEach((code, times) -> figures.with("bye." + code, times));
        return figures;
    }
}

package dev.parley.load.speed;

import dev.parley.load.desk.BenchFailure;
import dev.parley.load.desk.Crew;
import dev.parley.load.desk.Desk;
import dev.parley.load.desk.Opening;
import dev.parley.load.desk.Person;
import dev.parley.load.desk.Staff;
import dev.parley.load.wire.Loops;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/// A floor full of chats of three: the customer user who asked, the agent who accepted, a second agent who was
/// invited. Every one of them is a person of his own with a socket of his own.
public final class Floor implements AutoCloseable {
    private static final int CONNECT_AT_ONCE = 250;
    private static final int SECONDS_TO_CONNECT = 60;
    private static final int BODY_BYTES = 120;

    /// One chat as it stands: its id, its people (customer user, owner, participant) and the newest number each of
    /// them has.
    record Opened(String id, List<Person> people, List<Integer> heads) {}

    private final Loops loops;
    private final List<Tally> tallies;
    private final List<TalkingChat> chats = new ArrayList<>();
    private final List<String> ids;

    /// Imports and signs in the people, connects them and opens the chats.
    public Floor(Desk desk, int count, int loopCount) {
        String run = HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextInt());
        String idPrefix = UUID.randomUUID().toString().substring(0, 24);
        this.loops = new Loops(desk.url(), loopCount);
        this.tallies = IntStream.range(0, loopCount).mapToObj(i -> new Tally()).toList();
        Staff staff = desk.staff(run);
        List<Person> agents = staff.agents(2 * count);
        List<Person> customerUsers = staff.customerUsers(count);
        for (int i = 0; i < count; i++) {
            chats.add(chat(i, List.of(customerUsers.get(i), agents.get(2 * i), agents.get(2 * i + 1)), idPrefix));
        }
        connect();
        Opening opening = new Opening(desk.api(), staff.channel(customerUsers.getFirst()));
        this.ids = Crew.each(
                count,
                i -> opening.open(
                        chats.get(i).members().stream().map(Member::person).toList()));
        catchUp(idPrefix);
    }

    int size() {
        return chats.size();
    }

    Loops loops() {
        return loops;
    }

    List<Tally> tallies() {
        return tallies;
    }

    TalkingChat chat(int i) {
        return chats.get(i);
    }

    /// Lets every chat do something on the loop that owns it, and waits until all have.
    void onEach(Consumer<TalkingChat> task) {
        List<CompletableFuture<Void>> done = new ArrayList<>();
        for (int i = 0; i < chats.size(); i++) {
            TalkingChat chat = chats.get(i);
            done.add(CompletableFuture.runAsync(() -> task.accept(chat), loops.loop(i)));
        }
        await(CompletableFuture.allOf(done.toArray(CompletableFuture[]::new)), "the event loops do not answer");
    }

    /// What must not have happened, and how often it did.
    Map<String, Integer> faults() {
        Map<String, Integer> all = new TreeMap<>();
        tallies.forEach(tally -> tally.faults().forEach((what, times) -> all.merge(what, times, Integer::sum)));
        return all;
    }

    /// The chats as they stand, for whoever goes on with them.
    List<Opened> opened() {
        return IntStream.range(0, chats.size())
                .mapToObj(i -> {
                    List<Member> members = chats.get(i).members();
                    List<Person> people = members.stream().map(Member::person).toList();
                    return new Opened(
                            ids.get(i),
                            people,
                            members.stream().map(Member::head).toList());
                })
                .toList();
    }

    @Override
    public void close() {
        onEach(chat -> chat.members().forEach(Member::leave));
        loops.close();
    }

    private TalkingChat chat(int i, List<Person> people, String idPrefix) {
        Tally tally = tallies.get(i % tallies.size());
        TalkingChat chat = new TalkingChat(tally);
        people.forEach(person -> chat.add(new Member(person, chat, tally, idPrefix)));
        return chat;
    }

    private void connect() {
        List<CompletableFuture<Void>> live = new ArrayList<>();
        for (int i = 0; i < chats.size(); i++) {
            for (Member member : chats.get(i).members()) {
                loops.open(loops.loop(i), member);
                live.add(member.live());
            }
            if (live.size() >= CONNECT_AT_ONCE) {
                await(CompletableFuture.allOf(live.toArray(CompletableFuture[]::new)), "not everybody got live");
                live.clear();
            }
        }
        await(CompletableFuture.allOf(live.toArray(CompletableFuture[]::new)), "not everybody got live");
    }

    private void catchUp(String idPrefix) {
        List<CompletableFuture<Void>> done = new ArrayList<>();
        for (int i = 0; i < chats.size(); i++) {
            TalkingChat chat = chats.get(i);
            String id = ids.get(i);
            chat.open(idPrefix, id, "x".repeat(BODY_BYTES));
            chat.members().forEach(member -> done.add(member.caughtUp()));
            loops.loop(i).execute(() -> chat.members().forEach(member -> member.watch(id)));
        }
        await(
                CompletableFuture.allOf(done.toArray(CompletableFuture[]::new)),
                "not everybody got the chat's first lines");
    }

    private static void await(CompletableFuture<Void> all, String otherwise) {
        try {
            all.get(SECONDS_TO_CONNECT, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException failed) {
            throw new BenchFailure(otherwise + ": " + failed);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new BenchFailure("stopped");
        }
    }
}

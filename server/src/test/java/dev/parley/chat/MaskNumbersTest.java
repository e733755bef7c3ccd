package dev.parley.chat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.access.Level;
import dev.parley.base.ChatId;
import dev.parley.base.Ids;
import dev.parley.base.PersonId;
import dev.parley.base.PersonRef;
import dev.parley.channel.Masking;
import dev.parley.chat.EntryStore.Line;
import dev.parley.chat.EntryWriter.Post;
import dev.parley.chat.Participant.State;
import dev.parley.storage.Database;
import dev.parley.storage.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Numbers are given when an agent first contributes, in turn, and kept for good.
class MaskNumbersTest {
    private static final Instant AT = Instant.parse("2025-10-14T08:42:00.123Z");
    private static final Masking NUMBERED = new Masking(Masking.Style.NUMBERED, "Support");

    private final TestDatabase fresh = TestDatabase.freshDatabase();
    private final Database database = fresh.database();
    private final ChatChanges changes = new ChatChanges();
    private final EntryStore entries = new EntryStore();
    private final ChatStore chats = new ChatStore();
    private final ChatId chat = new ChatId(Ids.next());
    private final PersonId lena = person("customer_user");
    private final PersonId maya = person("agent");
    private final PersonId jonas = person("agent");
    private final PersonId boss = person("agent");

    @BeforeEach
    void request() {
        UUID group = Ids.next();
        UUID channel = Ids.next();
        change(h -> {
            h.execute("insert into group_ (id, name) values (?, ?)", group, group.toString());
            h.execute("insert into chat_channel (id, name, group_id) values (?, ?, ?)", channel, "Sales", group);
            h.execute("""
                    insert into chat (id, channel_id, direction, status, requester_id, created_at)
                    values (?, ?, 'customer', 'request', ?, now())
                    """, chat.value(), channel, lena.value());
        });
        place(lena, Level.PARTICIPANT, State.ACTIVE);
    }

    private void change(Consumer<Handle> change) {
        database.change(tx -> change.accept(tx.handle()));
    }

    private PersonId person(String kind) {
        UUID id = Ids.next();
        change(h -> h.execute("insert into person (id, kind, name, created_at) values (?, ?, 'x', now())", id, kind));
        return new PersonId(id);
    }

    private void place(PersonId person, Level level, State state) {
        change(h -> changes.place(h, chat, new ChatChanges.Place(person, level, state), AT));
    }

    private void say(Line line) {
        change(h -> entries.append(h, chat, line, AT));
    }

    private Chat chat() {
        return database.read(h -> chats.chat(h, chat)).orElseThrow();
    }

    private int mask(PersonId person) {
        return chat().participant(person).orElseThrow().mask();
    }

    @Test
    void agentsAreCountedInTheOrderInWhichTheyComeToContribute() {
        place(boss, Level.OWNER, State.INVITED);
        place(maya, Level.OWNER, State.ACTIVE);
        place(jonas, Level.PARTICIPANT, State.ACTIVE);
        place(boss, Level.OWNER, State.ACTIVE);
        assertThat(List.of(mask(maya), mask(jonas), mask(boss), mask(lena))).containsExactly(1, 2, 3, 0);
    }

    @Test
    void observerHasNoNumberUntilHeContributes() {
        place(boss, Level.OBSERVER, State.ACTIVE);
        place(maya, Level.OWNER, State.ACTIVE);
        assertThat(mask(boss)).isZero();
        place(boss, Level.PARTICIPANT, State.ACTIVE);
        assertThat(List.of(mask(maya), mask(boss))).containsExactly(1, 2);
    }

    @Test
    void numberIsKeptWhateverBecomesOfTheAgent() {
        place(maya, Level.OWNER, State.ACTIVE);
        place(jonas, Level.PARTICIPANT, State.ACTIVE);
        place(maya, Level.OWNER, State.LEFT);
        assertThat(mask(maya)).isEqualTo(1);
        place(maya, Level.OBSERVER, State.ACTIVE);
        place(boss, Level.OWNER, State.ACTIVE);
        place(maya, Level.OWNER, State.ACTIVE);
        assertThat(List.of(mask(maya), mask(jonas), mask(boss))).containsExactly(1, 2, 3);
    }

    @Test
    void entriesCarryTheirAuthorsNumberLiveAndLoaded() throws SQLException {
        place(maya, Level.OWNER, State.ACTIVE);
        place(jonas, Level.PARTICIPANT, State.ACTIVE);
        say(Line.told(ChatEntry.Kind.JOINED, jonas));
        change(h -> h.execute("update chat set status = 'active'"));
        var author = new PersonRef(jonas, PersonRef.Kind.AGENT, "x");
        try (var batch = new EntryBatch(fresh.dataSource())) {
            Outcome outcome = batch.write(List.of(new Post(chat, author, Ids.next(), "hello", false, AT, any -> {})))
                    .getFirst();
            assertThat(((Outcome.Stored) outcome).entry().mask()).as("live").isEqualTo(2);
        }
        List<ChatEntry> loaded = database.read(h -> entries.after(h, chat, Audience.EVERYONE, 0, 9));
        assertThat(loaded).extracting(ChatEntry::mask).as("loaded").containsExactly(2, 2);
        assertThat(chat().last(Audience.EVERYONE).orElseThrow().mask())
                .as("last")
                .isEqualTo(2);
    }

    @Test
    void whoMovesTheChatBeforeHeComesInStaysWithoutNumberInThatLine() {
        say(Line.told(ChatEntry.Kind.CHANNEL_CHANGED, maya).saying("Billing"));
        ChatEntry before = chat().last(Audience.EVERYONE).orElseThrow();
        place(maya, Level.OWNER, State.ACTIVE);
        ChatEntry after = chat().last(Audience.EVERYONE).orElseThrow();
        assertThat(before.named(Audience.EVERYONE, NUMBERED).by())
                .isEqualTo(after.named(Audience.EVERYONE, NUMBERED).by())
                .hasValueSatisfying(by -> assertThat(by.name()).isEqualTo("Support"));
    }

    @Test
    void onlyOutsidersAreToldMasks() {
        place(maya, Level.OWNER, State.ACTIVE);
        say(Line.told(ChatEntry.Kind.ACCEPTED, maya));
        ChatEntry entry = chat().last(Audience.EVERYONE).orElseThrow();
        assertThat(entry.named(Audience.AGENTS, NUMBERED)).isSameAs(entry);
        assertThat(entry.named(Audience.EVERYONE, NUMBERED).by().orElseThrow().name())
                .isEqualTo("Support 1");
        assertThat(entry.named(Audience.EVERYONE, new Masking(Masking.Style.OFF, "Support")))
                .isSameAs(entry);
    }

    @Test
    void numbersOfChatsFromBeforeAreCountedByTheirFirstVisibleEntries() {
        place(jonas, Level.PARTICIPANT, State.ACTIVE);
        place(maya, Level.OWNER, State.ACTIVE);
        place(boss, Level.OBSERVER, State.ACTIVE);
        say(Line.told(ChatEntry.Kind.CHANNEL_CHANGED, jonas).saying("Billing"));
        say(Line.internal(ChatEntry.Kind.JOINED, boss));
        say(Line.told(ChatEntry.Kind.ACCEPTED, maya));
        say(Line.told(ChatEntry.Kind.JOINED, jonas));
        change(h -> {
            h.execute("alter table participant drop column mask");
            h.createScript(migration()).execute();
        });
        assertThat(List.of(mask(maya), mask(jonas), mask(boss), mask(lena))).containsExactly(1, 2, 0, 0);
    }

    private static String migration() {
        try (var file = MaskNumbersTest.class.getResourceAsStream("/db/migration/V25__masks.sql")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}

package dev.parley.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.app.Client;
import dev.parley.app.Desk;
import dev.parley.app.Product;
import dev.parley.app.Unlimited;
import dev.parley.storage.Database;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// Whatever clients and networks do, every client ends with every entry of its audience once, in order.
@QuarkusTest
@TestProfile(Unlimited.class)
class DeliveryTest {
    private static final int SEEDS = 24;
    private static final int STEPS = 60;

    @Inject
    Product product;

    @Inject
    Database database;

    @Test
    void everyClientEndsWithEveryEntryOnceAndInOrder() {
        Desk desk = product.desk();
        Client lena = desk.customer("lena");
        Client maya = desk.agent("maya");
        Client jonas = desk.agent("jonas");
        for (int seed = 0; seed < SEEDS; seed++) {
            String chat = desk.chat(lena, maya);
            jonas.becomes(chat, "observer");
            jonas.becomes(chat, "participant");
            List<Reader> readers = List.of(new Reader(lena, chat), new Reader(maya, chat), new Reader(jonas, chat));
            readers.forEach(reader -> reader.connects(0));
            var schedule = new Schedule(seed, readers);
            for (int step = 0; step < STEPS; step++) {
                schedule.step();
            }
            schedule.everybodyComesBack();
            assertThat(schedule.written()).isPositive();
            for (Reader reader : readers) {
                List<String> log = reader.log();
                reader.catchesUp(log.size());
                assertThat(reader.seen()).as("seed %d", seed).isEqualTo(log);
            }
            assertThat(readers.get(1).log().stream().filter(line -> line.contains(" message text ")))
                    .as("seed %d: every message once", seed)
                    .hasSize(schedule.written());
        }
    }

    /// One seed's course of events. Reader 0 is the customer, who writes no notes.
    private static final class Schedule {
        private final Random random;
        private final List<Reader> readers;
        private int written;

        Schedule(long seed, List<Reader> readers) {
            this.random = new Random(seed);
            this.readers = readers;
        }

        int written() {
            return written;
        }

        void step() {
            int which = random.nextInt(readers.size());
            Reader reader = readers.get(which);
            if (!reader.connected()) {
                int missing = random.nextInt(4) == 0 ? random.nextInt(5) : 0;
                reader.connects(Math.max(0, reader.last() - missing));
                if (!reader.everythingAcknowledged()) {
                    reader.repeatsTheUnacknowledged();
                }
                return;
            }
            switch (random.nextInt(10)) {
                case 0 -> reader.breaks();
                case 1 -> {
                    if (reader.stalled()) {
                        reader.readsAgain();
                    } else {
                        reader.stalls();
                    }
                }
                case 2 -> reader.fetches(random.nextInt(reader.last() + 1));
                case 3 -> {
                    if (reader.sent() > 0) {
                        reader.repeats(random.nextInt(reader.sent()));
                    }
                }
                default -> {
                    if (reader.mayWrite()) {
                        boolean note = which > 0 && random.nextInt(3) == 0;
                        reader.writes("text " + written++, note);
                    }
                }
            }
        }

        void everybodyComesBack() {
            for (Reader reader : readers) {
                if (reader.connected() && reader.stalled()) {
                    reader.readsAgain();
                }
                if (!reader.connected()) {
                    reader.connects(reader.last());
                }
                reader.repeatsTheUnacknowledged();
            }
            // Only when everything is in the database is there a log to compare with.
            readers.forEach(reader -> reader.catchesUp(reader.last()));
        }
    }

    @Test
    void slowClientDelaysNobodyAndMissesNothing() {
        Desk desk = product.desk();
        Client lena = desk.customer("lena");
        Client maya = desk.agent("maya");
        Client jonas = desk.agent("jonas");
        String chat = desk.chat(lena, maya);
        jonas.becomes(chat, "observer");
        jonas.becomes(chat, "participant");
        Reader slow = new Reader(jonas, chat);
        slow.connects(0);
        slow.stalls();
        Reader writer = new Reader(lena, chat);
        Reader fast = new Reader(maya, chat);
        writer.connects(0);
        fast.connects(0);
        // Far more than all buffers between us and him hold.
        String large = "€".repeat(4_000);
        long longest = 0;
        for (int round = 0; round < 80; round++) {
            long begin = System.nanoTime();
            for (int i = 0; i < 20; i++) {
                writer.writes(round + " " + i + " " + large.substring(10), false);
            }
            writer.catchesUp(writer.last());
            fast.catchesUp(writer.last());
            longest = Math.max(longest, System.nanoTime() - begin);
        }
        assertThat(Duration.ofNanos(longest)).isLessThan(Duration.ofSeconds(3));
        slow.readsAgain();
        slow.catchesUp(writer.last());
        assertThat(slow.seen()).isEqualTo(fast.seen());
        assertThat(slow.came()).isSorted().doesNotHaveDuplicates();

        // A page that fills the buffer and empties it again while it is written.
        int before = slow.came().size();
        slow.fetches(slow.last() - 60);
        slow.writes("the last", false);
        slow.catchesUp(slow.last() + 1);
        assertThat(slow.came().subList(before, slow.came().size())).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void clientFiveThousandEntriesBehindCatchesUpByPages() {
        Desk desk = product.desk();
        Client lena = desk.customer("lena");
        Client maya = desk.agent("maya");
        String chat = desk.chat(lena, maya);
        int before = maya.chat(chat).get("head").asInt();
        wroteMeanwhile(chat, maya, 5_000);
        List<Reader> readers = new ArrayList<>(List.of(new Reader(lena, chat), new Reader(maya, chat)));
        for (Reader reader : readers) {
            reader.connects(0);
            reader.catchesUp(before + 2_500);
            assertThat(reader.seen()).isEqualTo(reader.log());
        }
        assertThat(readers.get(1).last()).isEqualTo(before + 5_000);
        assertThat(readers.get(0).last()).isEqualTo(before + 2_500);
    }

    /// Every second one is a note.
    private void wroteMeanwhile(String chat, Client who, int entries) {
        database.change(tx -> {
            tx.handle()
                    .createUpdate("""
                    insert into entry (chat_id, seq, public_seq, internal, kind, author_id, client_id, body, at)
                    select c.id, c.last_seq + i, c.last_public_seq + i / 2, i % 2 = 1, 'message', :who,
                           gen_random_uuid(), 'line ' || i, now()
                      from chat c, generate_series(1, :entries) i
                     where c.id = :chat
                    """)
                    .bind("chat", UUID.fromString(chat))
                    .bind("who", UUID.fromString(who.id()))
                    .bind("entries", entries)
                    .execute();
            tx.handle()
                    .createUpdate("""
                    update chat set last_seq = last_seq + :entries, last_public_seq = last_public_seq + :entries / 2
                     where id = :chat
                    """)
                    .bind("chat", UUID.fromString(chat))
                    .bind("entries", entries)
                    .execute();
        });
    }
}

package dev.parley.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.app.MailServer;
import dev.parley.app.ShiftedClock;
import dev.parley.app.WithMail;
import dev.parley.base.Ids;
import dev.parley.storage.Database;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The promise of mail: with what it tells of or not at all, at least once, under one Message-ID.
@QuarkusTest
@TestProfile(OutboxProductTest.ByHand.class)
class OutboxProductTest {
    /// Nothing is carried but by the test.
    public static final class ByHand extends WithMail {
        @Override
        public Map<String, String> getConfigOverrides() {
            Map<String, String> overrides = new HashMap<>(super.getConfigOverrides());
            overrides.put("quarkus.scheduler.enabled", "false");
            return overrides;
        }
    }

    @Inject
    Database database;

    @Inject
    Outbox outbox;

    @Inject
    OutboxStore store;

    @Inject
    Carrier carrier;

    @Inject
    ShiftedClock clock;

    private final String to = "lena-" + Ids.next() + "@example.com";

    @BeforeEach
    void emptied() {
        database.change(tx -> tx.handle().execute("delete from outbox"));
    }

    private Postman postman(Carrier by) {
        return new Postman(database, store, outbox, by, clock);
    }

    private void put(String subject) {
        database.change(tx -> outbox.put(tx, new Letter(to, subject, "Grüße\nÄ 😀\n")));
    }

    private void empties(Postman postman) {
        while (postman.carryOne()) {
            Thread.onSpinWait();
        }
    }

    private int rows(String where) {
        return database.read(handle -> handle.createQuery("select count(*) from outbox where " + where)
                .mapTo(Integer.class)
                .one());
    }

    @Test
    void letterGoesOutWithItsTransactionOrNotAtAll() {
        try (var server = new MailServer()) {
            put("Für Lena");
            assertThatThrownBy(() -> database.change(tx -> {
                        outbox.put(tx, new Letter(to, "never", "never"));
                        throw new IllegalStateException("rolled back");
                    }))
                    .isInstanceOf(IllegalStateException.class);
            empties(postman(carrier));
            MailServer.Arrived mail = server.arrived(to, 1).getFirst();
            assertThat(server.arrived(to)).hasSize(1);
            assertThat(mail.from()).isEqualTo("parley@localhost");
            assertThat(mail.subject()).isEqualTo("Für Lena");
            assertThat(mail.text()).contains("Grüße\nÄ 😀");
            assertThat(mail.messageId()).endsWith("@localhost>");
            assertThat(rows("sent_at is not null and body = ''")).isEqualTo(1);
        }
    }

    @Test
    void mailServerThatIsAwayIsTriedAgainLessAndLessOften() {
        put("later");
        empties(postman(carrier));
        assertThat(rows("tries = 1 and sent_at is null")).isEqualTo(1);
        try (var server = new MailServer()) {
            empties(postman(carrier));
            assertThat(server.arrived(to)).isEmpty();
            clock.pass(Postman.FIRST_WAIT.plusSeconds(1));
            empties(postman(carrier));
            assertThat(server.arrived(to, 1)).hasSize(1);
        }
        assertThat(IntStream.range(0, 10).mapToObj(Postman::wait).map(Duration::toSeconds))
                .startsWith(30L, 60L, 120L)
                .endsWith(3_600L);
    }

    @Test
    void whoIsKilledBeforeTheCommitSendsAgainUnderTheSameMessageId() {
        Carrier killed = (letter, messageId) -> {
            carrier.carry(letter, messageId);
            throw new StackOverflowError("killed");
        };
        try (var server = new MailServer()) {
            put("twice");
            assertThatThrownBy(() -> postman(killed).carryOne()).isInstanceOf(StackOverflowError.class);
            empties(postman(carrier));
            List<MailServer.Arrived> mails = server.arrived(to, 2);
            assertThat(mails).hasSize(2);
            assertThat(mails.get(0).messageId()).isEqualTo(mails.get(1).messageId());
        }
    }

    @Test
    void manyWorkersCarryEachLetterOnce() throws InterruptedException {
        try (var server = new MailServer()) {
            for (int i = 0; i < 20; i++) {
                put("letter " + i);
            }
            List<Thread> workers = IntStream.range(0, 4)
                    .mapToObj(i -> Thread.ofVirtual().start(() -> empties(postman(carrier))))
                    .toList();
            for (Thread worker : workers) {
                worker.join();
            }
            assertThat(server.arrived(to, 20))
                    .extracting(MailServer.Arrived::subject)
                    .doesNotHaveDuplicates()
                    .hasSize(20);
        }
    }

    @Test
    void refusedLetterIsGivenUpAtOnceAndAnUntakenOneAfterADay() {
        put("refused");
        postman((letter, messageId) -> {
                    throw new Carrier.Undeliverable(new IllegalStateException("550"));
                })
                .carryOne();
        assertThat(rows("given_up is not null")).isEqualTo(1);
        put("untaken");
        clock.pass(Postman.GIVE_UP_AFTER.plusSeconds(1));
        empties(postman(carrier));
        assertThat(rows("given_up is not null")).isEqualTo(2);
        assertThat(rows("sent_at is not null")).isZero();
    }

    @Test
    void tryingSaysWhetherTheServerTookIt() {
        var letter = new Letter(to, "test", "test");
        assertThat(outbox.tryNow(letter)).isFalse();
        try (var server = new MailServer()) {
            assertThat(outbox.tryNow(letter)).isTrue();
            assertThat(server.arrived(to, 1)).hasSize(1);
        }
    }
}

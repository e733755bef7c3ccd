package dev.parley.load.proof;

import dev.parley.load.wire.Bytes;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/// Decides who says what next, the same for the same seed. Owned by one event loop.
final class Traffic {
    /// Stands in every internal note, so that a leak shows in any frame of any kind.
    static final byte[] SECRET = Bytes.of("for-agents-only");

    private static final String SECRET_TEXT = "for-agents-only";
    private static final int FIRST_HAN = 0x4E00;
    private static final int LAST_HAN = 0x9FA5;
    private static final int TRIES = 20;
    private static final int INTERNAL_PERCENT = 15;
    private static final List<String> WORDS = List.of(
            "printer",
            "Rechnung",
            "\"quoted\"",
            "back\\slash",
            "<b>bold</b>",
            "naïve",
            "日本語",
            "👩‍👩‍👧",
            "مرحبا",
            "tab\there",
            "line\nbreak",
            "n\":1,",
            "{\"type\":\"ack\"}",
            "ok");

    private final List<Seat> seats;
    private final Random random;
    private final int padding;
    private final String noise;
    private final int outbox;
    private int number;

    /// Somebody who may write in one chat.
    record Seat(Client client, Conversation conversation) {}

    Traffic(List<Seat> seats, Plan plan) {
        this.padding = plan.padding();
        this.outbox = plan.outbox();
        this.seats = seats;
        this.random = new Random(plan.seed());
        this.noise = noise(2 * padding);
    }

    /// Lets somebody say something; false if everybody waits for answers. Who is away writes nothing: on his return the
    /// answers to it would tell him that he lacks something, which only the replay must.
    boolean next() {
        for (int i = 0; i < TRIES; i++) {
            Seat seat = seats.get(random.nextInt(seats.size()));
            if (!seat.client().away() && seat.conversation().outbox().size() < outbox) {
                boolean internal = !seat.client().outsider() && random.nextInt(100) < INTERNAL_PERCENT;
                seat.client().say(seat.conversation(), id(), text(internal), internal);
                return true;
            }
        }
        return false;
    }

    /// Lets one person say something, however much of his is unanswered.
    void insist(Client client, Conversation conversation) {
        client.say(conversation, id(), text(false), false);
    }

    /// Three bytes a character, and nothing a database could compress.
    private String noise(int length) {
        return random.ints(length, FIRST_HAN, LAST_HAN)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private String id() {
        long high = random.nextLong() & ~0xF000L | 0x4000L;
        long low = random.nextLong() & ~(0xC000L << 48) | 0x8000L << 48;
        return new UUID(high, low).toString().intern();
    }

    private String text(boolean internal) {
        StringBuilder text = new StringBuilder((internal ? SECRET_TEXT : "message") + " " + number++);
        for (int words = random.nextInt(6); words > 0; words--) {
            text.append(' ').append(WORDS.get(random.nextInt(WORDS.size())));
        }
        int from = padding == 0 ? 0 : random.nextInt(padding);
        return text.append(noise, from, from + padding).toString().intern();
    }
}

package dev.parley.load.speed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.load.desk.Person;
import dev.parley.load.wire.Bytes;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TalkingChatTest {
    private static final String PREFIX = "01234567-89ab-4cde-8f01-";

    private final Tally tally = new Tally();
    private final TalkingChat chat = new TalkingChat(tally);
    private final List<Long> delivered = new ArrayList<>();

    TalkingChatTest() {
        for (int i = 0; i < TalkingChat.PEOPLE; i++) {
            Member member = new Member(new Person("p" + i, "t"), chat, tally, PREFIX);
            chat.add(member);
            member.watch("c");
            hears(i, "{\"type\":\"page\",\"chat\":\"c\",\"entries\":[{\"n\":1},{\"n\":2}],\"complete\":true}");
        }
        chat.open(PREFIX, "c", "hello");
        chat.pace((again, now) -> delivered.add(now));
        tally.measure(true);
    }

    private void hears(int member, String frame) {
        byte[] bytes = Bytes.of(frame);
        chat.members().get(member).text(bytes, bytes.length);
    }

    private static String entry(int n, int message) {
        return "{\"type\":\"entry\",\"chat\":\"c\",\"n\":%d,\"kind\":\"message\",\"id\":\"%s%012x\",\"at\":\"x\"}"
                .formatted(n, PREFIX, message);
    }

    private static String ack(int n, int message) {
        return "{\"type\":\"ack\",\"id\":\"%s%012x\",\"chat\":\"c\",\"n\":%d,\"at\":\"x\"}"
                .formatted(PREFIX, message, n);
    }

    @Test
    void aMessageCountsWhenItIsAckedAndTheOtherTwoHaveIt() {
        chat.owe(System.nanoTime());
        hears(1, entry(3, 0));
        hears(0, ack(3, 0));
        assertThat(delivered).isEmpty();
        assertThat(chat.quiet()).isFalse();

        hears(2, "{\"type\":\"page\",\"chat\":\"c\",\"entries\":[" + entry(3, 0) + "],\"complete\":true}");

        assertThat(delivered).hasSize(1);
        assertThat(chat.quiet()).isTrue();
        assertThat(tally.latencies().count()).isEqualTo(1);
        assertThat(tally.faults()).isEmpty();
    }

    @Test
    void aHoleIsAFault() {
        hears(0, entry(4, 0));

        assertThat(tally.faults()).containsKey("a hole");
    }

    @Test
    void aNumberThatComesTwiceIsAFault() {
        chat.owe(System.nanoTime());
        hears(1, entry(3, 0));
        hears(1, entry(3, 0));

        assertThat(tally.faults()).containsEntry("a number again", 1);
    }

    @Test
    void aMessageThatNobodySentIsAFault() {
        hears(1, entry(3, 5));

        assertThat(tally.faults()).containsKey("a message that is not on its way");
    }

    @Test
    void aRefusalIsAFaultAndMarksAreNot() {
        hears(0, "{\"type\":\"read\",\"chat\":\"c\",\"who\":\"p1\",\"read\":2,\"delivered\":2}");
        hears(0, "{\"type\":\"presence\",\"people\":[]}");
        hears(0, "{\"type\":\"beat\"}");
        assertThat(tally.faults()).isEmpty();

        hears(0, "{\"type\":\"refused\",\"id\":\"x\",\"chat\":\"c\",\"code\":\"too_fast\"}");

        assertThat(tally.faults().keySet()).singleElement().asString().contains("too_fast");
    }

    @Test
    void messagesOwedWaitForRoomAndLoseNothing() {
        for (int i = 0; i < 20; i++) {
            chat.owe(System.nanoTime());
        }
        int[] n = {3};
        for (int message = 0; message < 20; message++) {
            for (int member = 0; member < TalkingChat.PEOPLE; member++) {
                hears(member, member == message % 3 ? ack(n[0], message) : entry(n[0], message));
            }
            n[0]++;
        }

        assertThat(delivered).hasSize(20);
        assertThat(chat.quiet()).isTrue();
        assertThat(tally.faults()).isEmpty();
    }
}

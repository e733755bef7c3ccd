package dev.parley.chat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.base.ChatId;
import dev.parley.base.Ids;
import dev.parley.chat.Tails.Tail;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TailTest {
    private final ChatId chat = new ChatId(Ids.next());
    private final Tail tail = new Tail();

    private void append(long seq, long publicSeq, boolean internal) {
        tail.append(new ChatEntry(
                chat,
                seq,
                publicSeq,
                internal,
                ChatEntry.Kind.MESSAGE,
                Optional.empty(),
                0,
                Optional.empty(),
                Optional.empty(),
                Optional.of("text " + seq),
                Instant.EPOCH));
    }

    private Optional<List<Long>> after(Audience audience, long n, long head) {
        return tail.after(audience, n, head)
                .map(found -> found.stream().map(e -> e.n(audience)).toList());
    }

    @Test
    void givesWhatComesAfterTheBookmark() {
        append(1, 1, false);
        append(2, 2, false);
        append(3, 3, false);
        assertThat(after(Audience.AGENTS, 1, 3)).contains(List.of(2L, 3L));
        assertThat(after(Audience.AGENTS, 3, 3)).contains(List.of());
    }

    @Test
    void eachAudienceCountsWithoutAHole() {
        append(1, 1, false);
        append(2, 1, true);
        append(3, 1, true);
        append(4, 2, false);
        assertThat(after(Audience.EVERYONE, 0, 4)).contains(List.of(1L, 2L));
        assertThat(after(Audience.AGENTS, 0, 4)).contains(List.of(1L, 2L, 3L, 4L));
    }

    @Test
    void knowsWhenItDoesNotReachBackFarEnough() {
        append(10, 8, false);
        append(11, 9, false);
        assertThat(after(Audience.AGENTS, 8, 11)).isEmpty();
        assertThat(after(Audience.AGENTS, 9, 11)).isPresent();
        assertThat(after(Audience.EVERYONE, 6, 11)).isEmpty();
        assertThat(after(Audience.EVERYONE, 7, 11)).contains(List.of(8L, 9L));
    }

    @Test
    void knowsWhenTheChatIsFurther() {
        append(1, 1, false);
        assertThat(after(Audience.AGENTS, 0, 2)).isEmpty();
    }

    @Test
    void startsAnewBehindAHole() {
        append(1, 1, false);
        append(5, 5, false);
        assertThat(after(Audience.AGENTS, 1, 5)).isEmpty();
        assertThat(after(Audience.AGENTS, 4, 5)).contains(List.of(5L));
    }

    @Test
    void passesOverWhatItHas() {
        append(1, 1, false);
        append(2, 2, false);
        append(1, 1, false);
        assertThat(after(Audience.AGENTS, 0, 2)).contains(List.of(1L, 2L));
    }

    @Test
    void keepsABoundedNumber() {
        for (int seq = 1; seq <= 1_000; seq++) {
            append(seq, seq, false);
        }
        assertThat(after(Audience.AGENTS, 0, 1_000)).isEmpty();
        assertThat(after(Audience.AGENTS, 950, 1_000).orElseThrow()).hasSize(50);
    }
}

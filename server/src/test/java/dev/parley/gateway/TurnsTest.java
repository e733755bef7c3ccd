package dev.parley.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class TurnsTest {
    private final Polls.Turns turns = new Polls.Turns();
    private final List<String> heard = new ArrayList<>();

    private void take(long number, String... frames) {
        turns.take(OptionalLong.of(number), List.of(frames), heard::addAll);
    }

    @Test
    void requestsThatOvertakeEachOtherAreHeardInTheirOrder() {
        take(1, "a");
        take(3, "d");
        take(4, "e");
        assertThat(heard).containsExactly("a");
        take(2, "b", "c");
        assertThat(heard).containsExactly("a", "b", "c", "d", "e");
    }

    @Test
    void aRequestThatComesTwiceIsHeardOnce() {
        take(1, "a");
        take(1, "a");
        take(2, "b");
        assertThat(heard).containsExactly("a", "b");
    }

    @Test
    void requestsWithoutANumberAreHeardAsTheyCome() {
        turns.take(OptionalLong.empty(), List.of("x"), heard::addAll);
        assertThat(heard).containsExactly("x");
    }
}

package dev.parley.load.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ConversationTest {
    private final Conversation conversation = new Conversation("chat", "me", true);

    private static Line line(int n) {
        return new Line(n, "message", "id" + n, "you", "text " + n, false);
    }

    private void catchUp(int to) {
        conversation.ask();
        conversation.page(
                OptionalInt.of(conversation.cursor()),
                IntStream.rangeClosed(conversation.cursor() + 1, to)
                        .mapToObj(ConversationTest::line)
                        .toList(),
                true);
    }

    private List<Fault> faults() {
        return conversation.ledger().findings().stream().map(Finding::fault).toList();
    }

    @Test
    void showsALaterLineOnlyWhenTheMissingOneHasCome() {
        catchUp(2);
        conversation.came(line(4));

        assertThat(conversation.cursor()).isEqualTo(2);
        assertThat(conversation.hasGap()).isTrue();

        assertThat(conversation.ask()).isEqualTo(2);
        conversation.page(OptionalInt.of(2), List.of(line(3), line(4)), true);

        assertThat(conversation.ledger().shown()).extracting(Line::n).containsExactly(1, 2, 3, 4);
        assertThat(faults()).isEmpty();
    }

    @Test
    void linesThatWereUnderWayWhenItAskedAreNotTheAnswer() {
        catchUp(2);
        conversation.came(line(4));
        conversation.ask();
        conversation.page(OptionalInt.empty(), List.of(line(3), line(4), line(5)), true);
        conversation.came(line(6));
        conversation.page(OptionalInt.of(2), List.of(line(3), line(4), line(5), line(6)), true);
        conversation.came(line(7));

        assertThat(conversation.cursor()).isEqualTo(7);
        assertThat(faults()).isEmpty();
    }

    @Test
    void anAckTakesThePlaceOfTheOwnEntry() {
        catchUp(2);
        conversation.write("mine", "hello", false);
        conversation.acked("mine", 3);
        conversation.acked("mine", 3);

        assertThat(conversation.cursor()).isEqualTo(3);
        assertThat(conversation.outbox()).isEmpty();
        assertThat(faults()).isEmpty();
    }

    @Test
    void entryOnItsWayThatTheAckOfARepeatHasOvertakenMayComeOnce() {
        Line own = new Line(3, "message", "mine", "me", "hello", false);
        catchUp(2);
        conversation.write("mine", "hello", false);
        conversation.acked("mine", 3);
        conversation.came(line(5));
        assertThat(conversation.ask()).isEqualTo(3);
        conversation.came(own);
        assertThat(faults()).isEmpty();
        conversation.came(own);
        assertThat(faults()).contains(Fault.DOUBLED);
    }

    @Test
    void writesDownTheEntryOfAnAckThatComesOnANewConnection() {
        catchUp(2);
        conversation.write("mine", "hello", false);
        conversation.acked("mine", 3);
        assertThat(conversation.begin()).isEqualTo(3);
        conversation.came(new Line(3, "message", "mine", "me", "hello", false));
        assertThat(faults()).containsExactly(Fault.DOUBLED);
    }

    @Test
    void writesDownASecondAckWithAnotherNumber() {
        catchUp(2);
        conversation.write("mine", "hello", false);
        conversation.acked("mine", 3);
        conversation.acked("mine", 4);

        assertThat(faults()).containsExactly(Fault.DOUBLED);
    }

    @Test
    void writesDownAnAckOfNothing() {
        conversation.acked("whose", 3);

        assertThat(faults()).containsExactly(Fault.PHANTOM);
    }

    @Test
    void writesDownAnEntryThatComesTwice() {
        catchUp(2);
        conversation.came(line(2));

        assertThat(faults()).contains(Fault.DOUBLED);
    }

    @Test
    void writesDownWhatComesAgainBehindTheAnswer() {
        catchUp(2);
        conversation.came(line(4));
        conversation.ask();
        conversation.page(OptionalInt.of(2), List.of(line(3), line(4)), true);
        conversation.page(OptionalInt.empty(), List.of(line(3), line(4)), true);

        assertThat(faults()).contains(Fault.DOUBLED);
    }

    @Test
    void writesDownWhatComesBelowTheCursorAfterAReturn() {
        catchUp(3);
        conversation.ask();
        conversation.came(line(3));

        assertThat(faults()).contains(Fault.DOUBLED);
    }

    @Test
    void writesDownTheWrongOrderOnTheWire() {
        catchUp(2);
        conversation.came(line(4));
        conversation.came(line(3));

        assertThat(faults()).containsExactly(Fault.OUT_OF_ORDER);
    }

    @Test
    void writesDownTwoVersionsOfALine() {
        catchUp(2);
        conversation.came(line(4));
        conversation.ask();
        conversation.came(new Line(4, "message", "id4", "you", "another text", false));

        assertThat(faults()).containsExactly(Fault.PHANTOM);
    }

    @Test
    void writesDownAnInternalLineShownToAnOutsider() {
        conversation.came(new Line(1, "message", "x", "you", "note", true));

        assertThat(faults()).containsExactly(Fault.LEAK);
    }
}

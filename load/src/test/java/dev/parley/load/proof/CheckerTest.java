package dev.parley.load.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A chat of a customer and an agent with two messages each and one internal note; every test spoils one thing.
class CheckerTest {
    private static final String CHAT = "chat";
    private static final String CUSTOMER = "customer";
    private static final String AGENT = "agent";

    private final List<Line> agents = new ArrayList<>();
    private final List<Line> outsiders = new ArrayList<>();
    private final List<Line> agentsTranscript = new ArrayList<>();
    private final List<Line> outsidersTranscript = new ArrayList<>();
    private final List<Line> agentsRows = new ArrayList<>();
    private final List<Line> outsidersRows = new ArrayList<>();
    private final List<Line> shownToAgent = new ArrayList<>();
    private final List<Line> shownToCustomer = new ArrayList<>();
    private final List<Sent> sentByAgent = new ArrayList<>();
    private final List<Sent> sentByCustomer = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();

    @BeforeEach
    void tellAGoodStory() {
        agents.addAll(List.of(
                message(1, "a", CUSTOMER, false),
                new Line(2, "accepted", "", AGENT, "", false),
                message(3, "b", AGENT, false),
                message(4, "note", AGENT, true),
                message(5, "c", CUSTOMER, false)));
        outsiders.addAll(List.of(
                message(1, "a", CUSTOMER, false),
                new Line(2, "accepted", "", AGENT, "", false),
                message(3, "b", AGENT, false),
                message(4, "c", CUSTOMER, false)));
        agentsTranscript.addAll(agents);
        outsidersTranscript.addAll(outsiders);
        agentsRows.addAll(agents);
        outsidersRows.addAll(outsiders);
        shownToAgent.addAll(agents);
        shownToCustomer.addAll(outsiders);
        sentByCustomer.addAll(List.of(acked("a", 1), acked("c", 4)));
        sentByAgent.addAll(List.of(acked("b", 3), new Sent("note", "text of note", true, new Outcome.Acked(4))));
    }

    private static Line message(int n, String id, String author, boolean internal) {
        return new Line(n, "message", id, author, "text of " + id, internal);
    }

    private static Sent acked(String id, int n) {
        return new Sent(id, "text of " + id, false, new Outcome.Acked(n));
    }

    private static Sent with(Outcome outcome, String id) {
        return new Sent(id, "text of " + id, false, outcome);
    }

    private Verdict verdict() {
        return Checker.check(
                List.of(
                        new Ledger(CHAT, AGENT, false, sentByAgent, shownToAgent, findings),
                        new Ledger(CHAT, CUSTOMER, true, sentByCustomer, shownToCustomer, List.of())),
                List.of(new History(CHAT, agents, outsiders)),
                List.of(new History(CHAT, agentsTranscript, outsidersTranscript)),
                List.of(new History(CHAT, agentsRows, outsidersRows)));
    }

    private void finds(Fault fault) {
        Verdict verdict = verdict();
        assertThat(verdict.count(fault)).as(verdict.examples().toString()).isPositive();
        assertThat(verdict.kept()).isFalse();
    }

    @Test
    void aPromiseKeptIsAllZero() {
        Verdict verdict = verdict();

        assertThat(verdict.kept()).as(verdict.examples().toString()).isTrue();
        assertThat(verdict.counts())
                .hasSize(Fault.values().length)
                .allSatisfy((fault, count) -> assertThat(count).isZero());
    }

    @Test
    void findsAnAckedMessageThatIsNotStored() {
        sentByCustomer.add(acked("gone", 5));

        finds(Fault.LOST);
        finds(Fault.ACK_WITHOUT_ROW);
    }

    @Test
    void findsAnAckWithAnotherNumber() {
        sentByCustomer.set(1, acked("c", 3));

        finds(Fault.ACK_WITHOUT_ROW);
        assertThat(verdict().count(Fault.LOST)).isZero();
    }

    @Test
    void findsAMessageThatSomebodyNeverSaw() {
        shownToAgent.removeLast();

        finds(Fault.LOST);
    }

    @Test
    void findsAMessageThatWasNeverAnswered() {
        sentByCustomer.add(with(new Outcome.Unanswered(), "d"));

        finds(Fault.UNDECIDED);
    }

    @Test
    void findsAChatThatIsGone() {
        Verdict verdict = Checker.check(
                List.of(new Ledger(CHAT, CUSTOMER, true, sentByCustomer, shownToCustomer, List.of())),
                List.of(),
                List.of(),
                List.of());

        assertThat(verdict.count(Fault.LOST)).isEqualTo(1);
    }

    @Test
    void findsAMessageStoredTwice() {
        agents.add(message(6, "c", CUSTOMER, false));
        outsiders.add(message(5, "c", CUSTOMER, false));
        shownToAgent.add(agents.getLast());
        shownToCustomer.add(outsiders.getLast());

        finds(Fault.DOUBLED);
    }

    @Test
    void findsAMessageShownTwice() {
        shownToAgent.add(agents.getLast());

        finds(Fault.DOUBLED);
    }

    @Test
    void findsWhatWasShownInAnotherOrder() {
        shownToAgent.add(shownToAgent.remove(2));

        finds(Fault.OUT_OF_ORDER);
    }

    @Test
    void findsASendersMessagesStoredInAnotherOrder() {
        sentByCustomer.addFirst(sentByCustomer.removeLast());

        finds(Fault.OUT_OF_ORDER);
    }

    @Test
    void findsAHoleInTheHistory() {
        outsiders.set(3, message(5, "c", CUSTOMER, false));

        finds(Fault.HOLE);
    }

    @Test
    void findsAHoleInWhatWasShown() {
        shownToAgent.remove(1);

        finds(Fault.HOLE);
    }

    @Test
    void findsAMessageThatNobodySent() {
        agents.add(message(6, "forged", CUSTOMER, false));
        outsiders.add(message(5, "forged", CUSTOMER, false));
        shownToAgent.add(agents.getLast());
        shownToCustomer.add(outsiders.getLast());

        finds(Fault.PHANTOM);
    }

    @Test
    void findsAMessageWithAnotherText() {
        shownToCustomer.set(2, new Line(3, "message", "b", AGENT, "something else", false));

        finds(Fault.PHANTOM);
    }

    @Test
    void findsAMessageThatWasShownButNeverStored() {
        shownToAgent.add(message(6, "early", CUSTOMER, false));

        finds(Fault.PHANTOM);
    }

    @Test
    void findsARefusedMessageThatIsStoredAllTheSame() {
        sentByCustomer.set(1, with(new Outcome.Refused("chat_closed"), "c"));

        finds(Fault.PHANTOM);
    }

    @Test
    void aRefusedMessageThatIsNotStoredIsFine() {
        sentByCustomer.add(with(new Outcome.Refused("chat_closed"), "late"));

        assertThat(verdict().kept()).isTrue();
    }

    @Test
    void findsAViewThatDiffers() {
        outsiders.remove(2);

        finds(Fault.PROJECTION_DIFFERS);
    }

    @Test
    void findsATranscriptThatLacksALine() {
        outsidersTranscript.remove(2);

        finds(Fault.PROJECTION_DIFFERS);
    }

    @Test
    void aTranscriptOfAHeavyChatIsItsEnd() {
        String heavy = "x".repeat(4_000_001);
        for (List<Line> lines : List.of(
                agents,
                outsiders,
                agentsTranscript,
                outsidersTranscript,
                agentsRows,
                outsidersRows,
                shownToAgent,
                shownToCustomer)) {
            lines.set(0, new Line(1, "message", "a", CUSTOMER, heavy, false));
        }
        sentByCustomer.set(0, new Sent("a", heavy, false, new Outcome.Acked(1)));
        finds(Fault.PROJECTION_DIFFERS);
        agentsTranscript.removeFirst();
        outsidersTranscript.removeFirst();
        assertThat(verdict().kept()).isTrue();
    }

    @Test
    void findsATranscriptInAnotherOrder() {
        agentsTranscript.addFirst(agentsTranscript.removeLast());

        finds(Fault.PROJECTION_DIFFERS);
    }

    @Test
    void findsAnInternalNoteInTheOutsidersTranscript() {
        outsidersTranscript.add(message(5, "note", AGENT, true));

        finds(Fault.LEAK);
    }

    @Test
    void findsAnInternalNoteInTheOutsidersHistory() {
        outsiders.add(message(5, "note", AGENT, true));

        finds(Fault.LEAK);
    }

    @Test
    void findsAnInternalNoteThatBecamePublic() {
        agents.set(3, message(4, "note", AGENT, false));

        finds(Fault.LEAK);
    }

    @Test
    void findsAnInternalNoteShownToAnOutsider() {
        shownToCustomer.add(message(5, "note", AGENT, true));

        finds(Fault.LEAK);
    }

    @Test
    void findsARowThatNobodyIsGiven() {
        agentsRows.add(message(6, "hidden", CUSTOMER, false));

        finds(Fault.DATABASE_DIFFERS);
    }

    @Test
    void findsAnAckedMessageThatIsInTheHistoryOnly() {
        agentsRows.removeLast();
        outsidersRows.removeLast();

        finds(Fault.DATABASE_DIFFERS);
        finds(Fault.ACK_WITHOUT_ROW);
    }

    @Test
    void findsARowStoredTwice() {
        agentsRows.add(message(6, "c", CUSTOMER, false));

        finds(Fault.DOUBLED);
    }

    @Test
    void findsARequestAcceptedTwice() {
        agents.add(new Line(6, "accepted", "", AGENT, "", false));

        finds(Fault.EFFECT_NOT_ONCE);
    }

    @Test
    void passesOnWhatAClientFound() {
        findings.add(new Finding(Fault.OUT_OF_ORDER, "on the wire"));

        finds(Fault.OUT_OF_ORDER);
    }
}

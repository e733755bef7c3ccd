package dev.parley.load.proof;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Compares what people were told with what the database holds. It knows nothing of how either came about.
final class Checker {
    private static final int LONGEST_TRANSCRIPT = 10_000;
    private static final long MOST_TRANSCRIPT_CHARACTERS = 4_000_000;

    private final Map<String, History> histories = new HashMap<>();
    private final List<Ledger> ledgers;
    private final List<Finding> findings = new ArrayList<>();

    private Checker(List<Ledger> ledgers, List<History> histories) {
        this.ledgers = ledgers;
        histories.forEach(history -> this.histories.put(history.chat(), history));
    }

    /// `transcripts`: the same chats as documents; `rows`: as the tables hold them, or nothing if nobody could look.
    static Verdict check(List<Ledger> ledgers, List<History> histories, List<History> transcripts, List<History> rows) {
        Checker checker = new Checker(ledgers, histories);
        transcripts.forEach(checker::checkTranscript);
        rows.forEach(checker::checkRows);
        checker.histories.values().forEach(checker::checkHistory);
        ledgers.forEach(checker::checkLedger);
        return Verdict.of(checker.findings);
    }

    /// What is kept as a document is the history, line by line, of a very long one the end.
    private void checkTranscript(History transcript) {
        History told = histories.get(transcript.chat());
        if (told == null
                || !ends(told.agents(), transcript.agents())
                || !ends(told.outsiders(), transcript.outsiders())) {
            found(Fault.PROJECTION_DIFFERS, "transcript of " + transcript.chat());
        }
        transcript.outsiders().stream()
                .filter(Line::internal)
                .forEach(line -> found(Fault.LEAK, "outsiders' transcript of " + transcript.chat() + " shows " + line));
    }

    private static boolean ends(List<Line> told, List<Line> kept) {
        int from = told.size();
        long characters = 0;
        while (from > 0 && told.size() - from < LONGEST_TRANSCRIPT) {
            characters += told.get(from - 1).text().length();
            if (characters > MOST_TRANSCRIPT_CHARACTERS) {
                break;
            }
            from--;
        }
        return same(told.subList(from, told.size()), kept);
    }

    /// What people are given must be what is stored; and the stored is checked like the given, so that a fault of the
    /// one cannot hide behind the other.
    private void checkRows(History stored) {
        History told = histories.get(stored.chat());
        if (told == null || !same(told.agents(), stored.agents()) || !same(told.outsiders(), stored.outsiders())) {
            found(Fault.DATABASE_DIFFERS, "history of " + stored.chat());
        }
        checkNumbers(stored.agents(), "rows for agents of " + stored.chat());
        checkNumbers(stored.outsiders(), "rows for outsiders of " + stored.chat());
        Map<String, Line> byId = new HashMap<>();
        stored.agents().stream().filter(Line::message).forEach(line -> byId.put(line.author() + line.id(), line));
        for (Ledger ledger : ledgers) {
            if (ledger.chat().equals(stored.chat())) {
                ledger.sent().stream()
                        .filter(sent -> sent.outcome() instanceof Outcome.Acked)
                        .filter(sent -> !byId.containsKey(ledger.person() + sent.id()))
                        .forEach(sent -> found(Fault.ACK_WITHOUT_ROW, "no row of " + sent + " in " + stored.chat()));
            }
        }
    }

    private static boolean same(List<Line> told, List<Line> stored) {
        if (told.size() != stored.size()) {
            return false;
        }
        for (int i = 0; i < told.size(); i++) {
            Line one = told.get(i);
            Line other = stored.get(i);
            boolean same = one.n() == other.n()
                    && one.internal() == other.internal()
                    && (one.message() ? one.says(other) : one.kind().equals(other.kind()));
            if (!same) {
                return false;
            }
        }
        return true;
    }

    /// Accepting and closing happen once; and nobody joins twice who never left.
    private void checkEffects(History history) {
        Map<String, Integer> times = new HashMap<>();
        for (Line line : history.agents()) {
            switch (line.kind()) {
                case "accepted", "closed" -> times.merge(line.kind(), 1, Integer::sum);
                case "joined" -> times.merge("joined by " + line.author(), 1, Integer::sum);
                default -> {}
            }
        }
        times.forEach((what, count) -> {
            if (count > 1) {
                found(Fault.EFFECT_NOT_ONCE, what + " " + count + " times in " + history.chat());
            }
        });
    }

    private void checkHistory(History history) {
        checkEffects(history);
        checkNumbers(history.agents(), "agents' history of " + history.chat());
        checkNumbers(history.outsiders(), "outsiders' history of " + history.chat());
        checkWritten(history);
        for (Line line : history.outsiders()) {
            if (line.internal()) {
                found(Fault.LEAK, "outsiders' history of " + history.chat() + " shows " + line);
            }
        }
        List<Line> visible =
                history.agents().stream().filter(line -> !line.internal()).toList();
        List<Line> told = history.outsiders();
        for (int i = 0; i < Math.max(visible.size(), told.size()); i++) {
            if (i >= visible.size() || i >= told.size() || !visible.get(i).says(told.get(i))) {
                found(Fault.PROJECTION_DIFFERS, history.chat() + " from the outsiders' line " + (i + 1) + " on");
                return;
            }
        }
    }

    // A history is asked for after a number, so a hole or a repeat in it is the database's.
    private void checkNumbers(List<Line> lines, String where) {
        int expected = 1;
        Set<String> ids = new HashSet<>();
        for (Line line : lines) {
            if (line.n() > expected) {
                found(Fault.HOLE, where + " before " + line.n());
            } else if (line.n() < expected) {
                found(Fault.OUT_OF_ORDER, where + " at " + line.n());
            }
            expected = line.n() + 1;
            if (line.message() && !ids.add(line.author() + line.id())) {
                found(Fault.DOUBLED, where + ": " + line);
            }
        }
    }

    /// Every message in the history was sent by the one it names, with that text.
    private void checkWritten(History history) {
        Map<String, Sent> written = new HashMap<>();
        ledgers.stream()
                .filter(ledger -> ledger.chat().equals(history.chat()))
                .forEach(ledger -> ledger.sent().forEach(sent -> written.put(ledger.person() + sent.id(), sent)));
        for (Line line : history.agents()) {
            if (!line.message()) {
                continue;
            }
            Sent sent = written.get(line.author() + line.id());
            if (sent == null || !sent.text().equals(line.text())) {
                found(Fault.PHANTOM, history.chat() + " holds what nobody sent: " + line);
            } else if (sent.outcome() instanceof Outcome.Refused refused) {
                found(Fault.PHANTOM, history.chat() + " holds what was refused as " + refused.code() + ": " + line);
            }
            if (sent != null && sent.internal() != line.internal()) {
                found(Fault.LEAK, history.chat() + " has changed who may see " + line);
            }
        }
    }

    private void checkLedger(Ledger ledger) {
        findings.addAll(ledger.findings());
        History history = histories.get(ledger.chat());
        if (history == null) {
            found(Fault.LOST, "the whole chat " + ledger.chat());
            return;
        }
        checkShownNumbers(ledger);
        checkShown(ledger, history.view(ledger.outsider()));
        checkSent(ledger, history.view(ledger.outsider()));
        checkSenderOrder(ledger);
    }

    private void checkShownNumbers(Ledger ledger) {
        Set<Integer> seen = new HashSet<>();
        Set<String> ids = new HashSet<>();
        int last = 0;
        for (Line line : ledger.shown()) {
            boolean idAgain = line.message() && !ids.add(line.author() + line.id());
            if (!seen.add(line.n()) || idAgain) {
                found(Fault.DOUBLED, shownTo(ledger, line));
            } else if (line.n() < last) {
                found(Fault.OUT_OF_ORDER, shownTo(ledger, line));
            } else if (line.n() > last + 1) {
                found(Fault.HOLE, "before what was " + shownTo(ledger, line));
            }
            last = Math.max(last, line.n());
            if (ledger.outsider() && line.internal()) {
                found(Fault.LEAK, shownTo(ledger, line));
            }
        }
    }

    private void checkShown(Ledger ledger, List<Line> view) {
        Map<Integer, Line> byNumber = new HashMap<>();
        view.forEach(line -> byNumber.put(line.n(), line));
        Set<Integer> shown = new HashSet<>();
        for (Line line : ledger.shown()) {
            shown.add(line.n());
            Line stored = byNumber.get(line.n());
            if (stored == null || !stored.says(line)) {
                found(Fault.PHANTOM, shownTo(ledger, line) + ", stored is " + stored);
            }
        }
        for (Line line : view) {
            if (!shown.contains(line.n())) {
                found(Fault.LOST, "never " + shownTo(ledger, line));
            }
        }
    }

    private void checkSent(Ledger ledger, List<Line> view) {
        Map<String, Line> mine = new HashMap<>();
        view.stream().filter(line -> line.author().equals(ledger.person())).forEach(line -> mine.put(line.id(), line));
        for (Sent sent : ledger.sent()) {
            Line stored = mine.get(sent.id());
            switch (sent.outcome()) {
                case Outcome.Acked(int n) -> {
                    if (stored == null) {
                        found(Fault.LOST, "acked, not stored: " + sent + " in " + ledger.chat());
                    }
                    if (stored == null || stored.n() != n) {
                        found(Fault.ACK_WITHOUT_ROW, sent + " in " + ledger.chat() + ", stored is " + stored);
                    }
                }
                case Outcome.Unanswered unanswered -> found(Fault.UNDECIDED, "neither acked nor refused: " + sent);
                case Outcome.Refused refused -> {}
            }
        }
    }

    private void checkSenderOrder(Ledger ledger) {
        int last = 0;
        for (Sent sent : ledger.sent()) {
            if (sent.outcome() instanceof Outcome.Acked(int n)) {
                if (n < last) {
                    found(Fault.OUT_OF_ORDER, "stored before what was sent earlier: " + sent);
                }
                last = n;
            }
        }
    }

    private static String shownTo(Ledger ledger, Line line) {
        return "shown to " + ledger.person() + " in " + ledger.chat() + ": " + line;
    }

    private void found(Fault fault, String where) {
        findings.add(new Finding(fault, where));
    }
}

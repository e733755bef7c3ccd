package dev.parley.load.proof;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;

/// One chat as one client keeps it: what is shown, what has come but cannot be shown yet, what is on its way out.
/// It follows the protocol as a careful client must and writes down whatever the server does against it. Owned by
/// one event loop.
public final class Conversation {
    private final String chat;
    private final String person;
    private final boolean outsider;
    private final List<Line> shown = new ArrayList<>();
    private final TreeMap<Integer, Line> ahead = new TreeMap<>();
    private final Map<String, Outgoing> written = new LinkedHashMap<>();
    private final Map<String, Outgoing> outbox = new LinkedHashMap<>();
    private final List<Finding> findings = new ArrayList<>();
    private final Set<Integer> cameSinceAsked = new HashSet<>();
    private final Set<Integer> knownByAckOnly = new HashSet<>();
    private int askedAfter;
    private int newest;
    private boolean fetching;
    private boolean answered;
    private boolean repeating;

    Conversation(String chat, String person, boolean outsider) {
        this.chat = chat;
        this.person = person;
        this.outsider = outsider;
    }

    public String chat() {
        return chat;
    }

    /// The newest number up to which nothing is missing.
    public int cursor() {
        return shown.size();
    }

    Collection<Outgoing> outbox() {
        return outbox.values();
    }

    /// Takes a message that is to be sent.
    Outgoing write(String id, String text, boolean internal) {
        Outgoing message = new Outgoing(id, text, internal);
        written.put(id, message);
        outbox.put(id, message);
        return message;
    }

    /// The first words of the chat, stored by the request itself under the chat's own id.
    void opened(String text) {
        Outgoing first = new Outgoing(chat, text, false);
        first.ended(new Outcome.Acked(1));
        written.put(chat, first);
    }

    /// A new connection asks for what comes after the cursor. Nothing of an old one is on its way any more.
    int begin() {
        knownByAckOnly.clear();
        return ask();
    }

    /// The server is asked for what comes after the cursor, so until its page is complete it may repeat itself.
    int ask() {
        fetching = true;
        answered = false;
        askedAfter = cursor();
        newest = askedAfter;
        cameSinceAsked.clear();
        return askedAfter;
    }

    /// A page has come: part of the answer to what was asked, which says so by `after`, or lines that had gathered
    /// meanwhile and were under way already.
    void page(OptionalInt after, List<Line> lines, boolean complete) {
        answered |= after.isPresent() && after.getAsInt() == askedAfter;
        lines.forEach(this::came);
        if (answered && complete) {
            fetching = false;
        }
    }

    void acked(String id, int n) {
        Outgoing message = written.get(id);
        if (message == null) {
            found(Fault.PHANTOM, "ack of " + id + ", which was never sent");
            return;
        }
        if (message.outcome() instanceof Outcome.Acked(int before) && before != n) {
            found(Fault.DOUBLED, id + " acked as " + before + " and as " + n);
            return;
        }
        message.ended(new Outcome.Acked(n));
        outbox.remove(id);
        if (!cameSinceAsked.contains(n)) {
            knownByAckOnly.add(n);
        }
        learn(new Line(n, "message", id, person, message.text(), message.internal()));
    }

    /// A refusal that passes by itself: says whether somebody has to repeat what is in the outbox.
    boolean repeatLater() {
        boolean first = !repeating;
        repeating = true;
        return first;
    }

    void repeated() {
        repeating = false;
    }

    void refused(String id, String code) {
        Outgoing message = outbox.remove(id);
        if (message != null) {
            message.ended(new Outcome.Refused(code));
        }
    }

    /// An entry has come, by itself or in a page.
    void came(Line line) {
        if (outsider && line.internal()) {
            found(Fault.LEAK, "came: " + line);
        }
        // The ack of a repeat may overtake its entry, and what is asked next may cross the entry on its way.
        if (!knownByAckOnly.remove(line.n()) && line.n() <= askedAfter) {
            found(Fault.DOUBLED, "came though it was not asked for: " + line);
        }
        if (!cameSinceAsked.add(line.n()) && !fetching) {
            found(Fault.DOUBLED, "came again: " + line);
        }
        if (line.n() < newest && !fetching) {
            found(Fault.OUT_OF_ORDER, "came after " + newest + ": " + line);
        }
        newest = Math.max(newest, line.n());
        learn(line);
    }

    /// Whether something is known that must not be shown before something that is missing, and nobody has asked for
    /// it yet.
    boolean hasGap() {
        return !ahead.isEmpty() && !fetching;
    }

    void found(Fault fault, String what) {
        findings.add(new Finding(fault, "to " + person + " in " + chat + " " + what));
    }

    Ledger ledger() {
        List<Sent> sent = written.values().stream().map(Outgoing::record).toList();
        return new Ledger(chat, person, outsider, sent, List.copyOf(shown), List.copyOf(findings));
    }

    private void learn(Line line) {
        Line known = line.n() <= cursor() ? shown.get(line.n() - 1) : ahead.getOrDefault(line.n(), line);
        if (!known.says(line)) {
            found(Fault.PHANTOM, "two versions: " + known + " and " + line);
            return;
        }
        if (line.n() > cursor()) {
            ahead.put(line.n(), line);
        }
        while (!ahead.isEmpty() && ahead.firstKey() == cursor() + 1) {
            shown.add(ahead.pollFirstEntry().getValue());
        }
    }
}

package dev.parley.chat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The newest entries of one chat, without holes. Guarded by itself.
final class Tail {
    private static final int LONGEST = 128;
    private static final int KEPT = 64;

    private List<ChatEntry> entries = new ArrayList<>();

    /// Takes the next entry. One that leaves a hole starts anew behind the hole; an old one is here already, or not worth having.
    synchronized void append(ChatEntry entry) {
        long last = last();
        if (entry.seq() <= last) {
            return;
        }
        if (entry.seq() != last + 1) {
            entries = new ArrayList<>();
        } else if (entries.size() >= LONGEST) {
            entries = new ArrayList<>(entries.subList(LONGEST - KEPT, LONGEST));
        }
        entries.add(entry);
    }

    synchronized Optional<List<ChatEntry>> after(Audience audience, long n, long head) {
        if (entries.isEmpty() || last() < head || !reachesBackTo(audience, n)) {
            return Optional.empty();
        }
        int from = entries.size();
        while (from > 0 && entries.get(from - 1).n(audience) > n) {
            from--;
        }
        List<ChatEntry> found = new ArrayList<>(entries.size() - from);
        for (ChatEntry entry : entries.subList(from, entries.size())) {
            if (entry.visibleTo(audience)) {
                found.add(entry);
            }
        }
        return Optional.of(found);
    }

    private boolean reachesBackTo(Audience audience, long n) {
        ChatEntry first = entries.getFirst();
        long before = first.visibleTo(audience) ? first.n(audience) - 1 : first.n(audience);
        return n >= before;
    }

    private long last() {
        return entries.isEmpty() ? 0 : entries.getLast().seq();
    }
}

package dev.parley.load.speed;

import dev.parley.load.wire.SendFrame;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;

/// A chat whose three people send in turn. It knows which messages are on their way and who still misses them.
/// Owned by one event loop.
final class TalkingChat {
    /// What happens when a message has reached everybody.
    interface Pace {
        void delivered(TalkingChat chat, long now);
    }

    static final int PEOPLE = 3;

    private static final int MOST_ON_THEIR_WAY = 16;
    private static final long NONE = -1;

    private final Tally tally;
    private final List<Member> members = new ArrayList<>();
    private final List<SendFrame> frames = new ArrayList<>();
    private final long[] index = new long[MOST_ON_THEIR_WAY];
    private final long[] dueAt = new long[MOST_ON_THEIR_WAY];
    private final int[] missing = new int[MOST_ON_THEIR_WAY];
    private final Queue<Long> owed = new ArrayDeque<>();
    private Pace pace = (chat, now) -> {};
    private long sent;
    private int onTheirWay;

    TalkingChat(Tally tally) {
        this.tally = tally;
        java.util.Arrays.fill(index, NONE);
    }

    void add(Member member) {
        members.add(member);
    }

    /// Gives each member the frame that it sends in this chat.
    void open(String idPrefix, String chatId, String text) {
        for (int i = 0; i < members.size(); i++) {
            frames.add(new SendFrame(idPrefix, chatId, text, 0x5EED_0001 * (i + 1)));
        }
    }

    List<Member> members() {
        return members;
    }

    void pace(Pace next) {
        pace = next;
    }

    /// A message that was due at `at` goes out now, or as soon as there is room for it.
    void owe(long at) {
        if (onTheirWay < MOST_ON_THEIR_WAY) {
            send(at);
        } else {
            owed.add(at);
        }
    }

    boolean quiet() {
        return onTheirWay == 0 && owed.isEmpty();
    }

    /// A member has message `number`: its ack if he sent it, its entry if not.
    void took(long number, long now) {
        int slot = (int) (number % MOST_ON_THEIR_WAY);
        if (index[slot] != number) {
            tally.fault("a message that is not on its way");
            return;
        }
        if (--missing[slot] > 0) {
            return;
        }
        index[slot] = NONE;
        onTheirWay--;
        tally.delivered(now - dueAt[slot]);
        if (!owed.isEmpty()) {
            send(owed.remove());
        }
        pace.delivered(this, now);
    }

    private void send(long at) {
        int slot = (int) (sent % MOST_ON_THEIR_WAY);
        if (index[slot] != NONE) {
            owed.add(at);
            return;
        }
        index[slot] = sent;
        dueAt[slot] = at;
        missing[slot] = PEOPLE;
        onTheirWay++;
        int sender = (int) (sent % PEOPLE);
        members.get(sender).send(frames.get(sender), sent);
        sent++;
    }
}

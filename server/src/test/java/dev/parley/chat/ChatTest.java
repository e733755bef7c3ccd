package dev.parley.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.access.Caller;
import dev.parley.access.Level;
import dev.parley.base.ChatId;
import dev.parley.base.Code;
import dev.parley.base.PersonRef;
import dev.parley.base.Refusal;
import dev.parley.channel.Direction;
import dev.parley.chat.Chat.Action;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ChatTest {
    private final Caller.CustomerUser lena = Someone.customerUser("Lena");
    private final Caller.Agent maya = Someone.agent("Maya");
    private final Caller.Agent jonas = Someone.agent("Jonas");
    private final Caller.Agent boss = Someone.agent("Boss");
    private final SomeChat some = new SomeChat(lena.person());

    private static Set<Action> may(Chat chat, Caller caller, Level held) {
        return chat.may(caller, Optional.of(held));
    }

    private static Set<Action> may(Chat chat, Caller caller) {
        return chat.may(caller, Optional.empty());
    }

    @Test
    void onlyAnOwnerOfTheChannelSeesAndTakesARequest() {
        Chat request = some.request();
        assertThat(may(request, maya, Level.OWNER)).contains(Action.READ, Action.ACCEPT, Action.CHANGE_CHANNEL);
        assertThat(may(request, maya, Level.PARTICIPANT)).isEmpty();
        assertThat(may(request, maya, Level.OBSERVER)).isEmpty();
        assertThat(may(request, maya)).isEmpty();
    }

    @Test
    void requesterMayAddWordsAndWithdrawWhileWaiting() {
        assertThat(may(some.request(), lena)).containsExactlyInAnyOrder(Action.READ, Action.POST, Action.WITHDRAW);
    }

    @Test
    void someoneElseLearnsNothingOfTheChat() {
        Caller.CustomerUser stranger = Someone.customerUser("Stranger");
        assertThat(may(some.accepted(maya), stranger)).isEmpty();
        assertThatThrownBy(() -> some.accepted(maya).require(Action.READ, stranger, Optional.empty()))
                .isInstanceOfSatisfying(Refusal.class, r -> assertThat(r.code()).isEqualTo(Code.NOT_FOUND));
    }

    @Test
    void outsiderWhoWouldAcceptIsNotToldWhoDid() {
        assertThatThrownBy(() -> some.accepted(maya).require(Action.ACCEPT, lena, Optional.empty()))
                .isInstanceOfSatisfying(Refusal.class, r -> {
                    assertThat(r.code()).isEqualTo(Code.FORBIDDEN);
                    assertThat(r.by()).isEmpty();
                    assertThat(r.detail()).doesNotContain(maya.person().name());
                });
    }

    @Test
    void whoComesSecondIsToldWhoWasFirst() {
        assertThatThrownBy(() -> some.accepted(maya).require(Action.ACCEPT, jonas, Optional.of(Level.OWNER)))
                .isInstanceOfSatisfying(Refusal.class, r -> {
                    assertThat(r.code()).isEqualTo(Code.ALREADY_ACCEPTED);
                    assertThat(r.by()).contains(maya.person());
                });
    }

    @Test
    void nobodyLeavesTheCustomerAlone() {
        Chat alone = some.accepted(maya);
        assertThat(may(alone, maya, Level.OWNER)).doesNotContain(Action.LEAVE, Action.OBSERVE);
        Chat two = some.with(alone, jonas, Level.PARTICIPANT, Participant.State.ACTIVE);
        assertThat(may(two, maya, Level.OWNER)).contains(Action.LEAVE, Action.OBSERVE);
        assertThatThrownBy(() -> alone.require(Action.LEAVE, maya, Optional.of(Level.OWNER)))
                .isInstanceOfSatisfying(Refusal.class, r -> assertThat(r.code()).isEqualTo(Code.LAST_CONTRIBUTOR));
    }

    @Test
    void anObserverWhoStaysIsNobodyToTalkTo() {
        Chat watched = some.with(some.accepted(maya), boss, Level.OBSERVER, Participant.State.ACTIVE);
        assertThat(may(watched, maya, Level.OWNER)).doesNotContain(Action.LEAVE);
        assertThat(may(watched, boss, Level.OWNER)).contains(Action.LEAVE);
    }

    @Test
    void observersOnlyRead() {
        Chat watched = some.with(some.accepted(maya), boss, Level.OBSERVER, Participant.State.ACTIVE);
        assertThat(may(watched, boss, Level.OBSERVER)).containsExactlyInAnyOrder(Action.READ, Action.LEAVE);
    }

    @Test
    void observersRiseWithinTheirPermissions() {
        Chat watched = some.with(some.accepted(maya), boss, Level.OBSERVER, Participant.State.ACTIVE);
        assertThat(may(watched, boss, Level.PARTICIPANT))
                .contains(Action.PARTICIPATE)
                .doesNotContain(Action.OWN);
        assertThat(may(watched, boss, Level.OWNER)).contains(Action.PARTICIPATE, Action.OWN);
    }

    @Test
    void anOwnerOfTheChannelJoinsUninvitedButOthersDoNot() {
        Chat active = some.accepted(maya);
        assertThat(may(active, boss, Level.OWNER)).containsExactlyInAnyOrder(Action.OBSERVE, Action.OWN);
        assertThat(may(active, boss, Level.PARTICIPANT)).isEmpty();
    }

    @Test
    void aPermissionTakenAwayCountsAtOnce() {
        Chat active = some.accepted(maya);
        assertThat(may(active, maya)).doesNotContain(Action.POST, Action.NOTE, Action.INVITE, Action.CLOSE);
    }

    @Test
    void anInvitedAgentReadsAndAnswers() {
        Chat chat = some.with(some.accepted(maya), jonas, Level.PARTICIPANT, Participant.State.INVITED);
        assertThat(may(chat, jonas, Level.PARTICIPANT))
                .containsExactlyInAnyOrder(Action.READ, Action.ACCEPT, Action.DECLINE);
    }

    @Test
    void outsidersNeverWriteInternalNotes() {
        assertThat(may(some.accepted(maya), lena))
                .contains(Action.POST, Action.LEAVE, Action.CLOSE)
                .doesNotContain(Action.NOTE, Action.INVITE);
    }

    @Test
    void aClosedChatIsReadOnly() {
        Chat closed = some.closed(maya);
        for (Caller caller : new Caller[] {lena, maya}) {
            assertThat(chatChanging(closed.may(caller, Optional.of(Level.OWNER))))
                    .isEmpty();
        }
        assertThat(may(closed, maya, Level.OWNER)).contains(Action.READ, Action.REOPEN);
    }

    private static Set<Action> chatChanging(Set<Action> may) {
        Set<Action> changing = EnumSet.complementOf(EnumSet.of(Action.READ, Action.RATE, Action.REOPEN));
        changing.retainAll(may);
        return changing;
    }

    @Test
    void whoeverGotAnAnswerRatesTheChatOnceItIsClosed() {
        Chat closed = some.closed(maya);
        assertThat(may(closed, lena)).contains(Action.RATE);
        assertThat(may(closed, maya, Level.OWNER)).doesNotContain(Action.RATE);
        assertThat(may(some.accepted(maya), lena)).doesNotContain(Action.RATE);
        assertThat(may(some.request(), lena)).doesNotContain(Action.RATE);
        assertThat(may(some.unanswered(), lena)).doesNotContain(Action.RATE);
        assertThatThrownBy(() -> closed.require(Action.RATE, maya, Optional.of(Level.OWNER)))
                .isInstanceOfSatisfying(Refusal.class, r -> assertThat(r.code()).isEqualTo(Code.FORBIDDEN));
    }

    @Test
    void onlyWhoeverAskedTheDeskWaits() {
        some.request().requireWaits(lena);
        assertThatThrownBy(() -> some.request().requireWaits(maya))
                .isInstanceOfSatisfying(Refusal.class, r -> assertThat(r.code()).isEqualTo(Code.FORBIDDEN));
        assertThatThrownBy(() -> some.accepted(maya).requireWaits(lena))
                .isInstanceOfSatisfying(Refusal.class, r -> assertThat(r.code()).isEqualTo(Code.CONFLICT));
    }

    @Test
    void agentsAmongThemselvesNeedNoPermission() {
        Chat chat = new SomeChat(maya.person()).between(maya, jonas);
        assertThat(chat.direction()).isEqualTo(Direction.AGENT_AGENT);
        assertThat(may(chat, jonas)).contains(Action.POST, Action.LEAVE, Action.CLOSE);
        assertThat(chat.endsWithout(jonas.id())).isTrue();
    }

    @Test
    void theChatEndsWhenTheLastOutsiderGoes() {
        Chat chat = some.with(some.accepted(maya), jonas, Level.PARTICIPANT, Participant.State.ACTIVE);
        assertThat(chat.endsWithout(lena.id())).isTrue();
        assertThat(chat.endsWithout(jonas.id())).isFalse();
    }

    @Test
    void observersAndInvitationsAreInvisibleToOutsiders() {
        Chat chat = some.with(some.accepted(maya), boss, Level.OBSERVER, Participant.State.ACTIVE);
        PersonRef observer = boss.person();
        assertThat(chat.participants().stream()
                        .filter(Participant::visibleToOutsiders)
                        .map(Participant::person))
                .contains(maya.person(), lena.person())
                .doesNotContain(observer);
    }

    @Test
    void idsOfChatsAreReadOnlyInTheirFullForm() {
        assertThatThrownBy(() -> ChatId.of("1-1-1-1-1")).isInstanceOf(Refusal.class);
    }
}

package dev.parley.channel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.base.ChatId;
import dev.parley.base.Ids;
import dev.parley.base.PersonId;
import dev.parley.base.PersonRef;
import dev.parley.channel.Masking.Style;
import org.junit.jupiter.api.Test;

class MaskingTest {
    private static final Masking OFF = new Masking(Style.OFF, "Support");
    private static final Masking SAME = new Masking(Style.SAME, "Support");
    private static final Masking NUMBERED = new Masking(Style.NUMBERED, "Support");

    private final ChatId chat = new ChatId(Ids.next());
    private final PersonRef maya = person(PersonRef.Kind.AGENT, "Maya Okafor");
    private final PersonRef lena = person(PersonRef.Kind.CUSTOMER_USER, "Lena Fischer");

    private static PersonRef person(PersonRef.Kind kind, String name) {
        return new PersonRef(new PersonId(Ids.next()), kind, name);
    }

    @Test
    void withoutMasksEverybodyIsHimself() {
        assertThat(OFF.on()).isFalse();
        assertThat(OFF.person(chat, maya, 1)).isSameAs(maya);
    }

    @Test
    void allAgentsHaveOneNameOrThatAndANumber() {
        assertThat(SAME.person(chat, maya, 2).name()).isEqualTo("Support");
        assertThat(NUMBERED.person(chat, maya, 2).name()).isEqualTo("Support 2");
        assertThat(NUMBERED.person(chat, maya, 2).kind()).isEqualTo(PersonRef.Kind.AGENT);
    }

    @Test
    void whoHasNoNumberHasTheNameAlone() {
        assertThat(NUMBERED.person(chat, maya, 0).name()).isEqualTo("Support");
    }

    @Test
    void outsidersAreNeverMasked() {
        assertThat(NUMBERED.person(chat, lena, 0)).isSameAs(lena);
    }

    @Test
    void agentIsOneAndTheSameInAChatAndNobodyKnownInTheNext() {
        PersonRef jonas = person(PersonRef.Kind.AGENT, "Jonas Lindqvist");
        PersonId here = NUMBERED.person(chat, maya, 1).id();
        assertThat(here).isEqualTo(NUMBERED.person(chat, maya, 1).id()).isNotEqualTo(maya.id());
        assertThat(SAME.person(chat, maya, 1).id()).as("whatever the style").isEqualTo(here);
        assertThat(NUMBERED.person(chat, jonas, 2).id()).isNotEqualTo(here);
        assertThat(NUMBERED.person(new ChatId(Ids.next()), maya, 1).id()).isNotEqualTo(here);
    }
}

package dev.parley.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.base.ChatId;
import dev.parley.base.Ids;
import dev.parley.base.PersonId;
import dev.parley.base.PersonRef;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ViewingsTest {
    private final ChatId chat = new ChatId(Ids.next());
    private final PersonRef maya = agent("Maya");
    private final PersonRef jonas = agent("Jonas");
    private final List<List<PersonRef>> told = new ArrayList<>();
    private long now = 1;
    private final Viewings viewings = new Viewings((which, people) -> told.add(people), () -> now);

    private static PersonRef agent(String name) {
        return new PersonRef(new PersonId(Ids.next()), PersonRef.Kind.AGENT, name);
    }

    private void pass(Duration time) {
        now += time.toNanos();
        viewings.forget();
    }

    @Test
    void whoLooksIsToldWithThoseWhoLookAlready() {
        viewings.looks(chat, maya);
        viewings.looks(chat, jonas);
        assertThat(told).containsExactly(List.of(maya), List.of(maya, jonas));
    }

    @Test
    void whoStopsSayingItIsForgottenAndTheOthersAreTold() {
        viewings.looks(chat, maya);
        pass(Duration.ofSeconds(20));
        viewings.looks(chat, jonas);
        told.clear();
        pass(Duration.ofSeconds(11));
        assertThat(told).containsExactly(List.of(jonas));
        pass(Duration.ofSeconds(30));
        pass(Duration.ofSeconds(1));
        assertThat(told).containsExactly(List.of(jonas), List.of());
    }

    @Test
    void sayingItTooOftenTellsNobodyAgain() {
        viewings.looks(chat, maya);
        now += Duration.ofSeconds(1).toNanos();
        viewings.looks(chat, maya);
        assertThat(told).hasSize(1);
        now += Viewings.TOLD_AGAIN_AFTER.toNanos();
        viewings.looks(chat, maya);
        assertThat(told).hasSize(2);
        pass(Viewings.FORGOTTEN_AFTER);
        assertThat(told).hasSize(2);
    }
}

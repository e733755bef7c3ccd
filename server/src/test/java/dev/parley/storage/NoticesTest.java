package dev.parley.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

final class NoticesTest {
    private final Notices notices = new Notices();
    private final List<String> told = new ArrayList<>();
    private final Notice notice = new Notice(Notice.Topic.PERSON, UUID.randomUUID());

    /// Who acts would ask, and be told what was true before.
    @Test
    void whoRemembersForgetsBeforeAnybodyActs() {
        notices.subscribe(Notice.Topic.PERSON, any -> told.add("acts"));
        notices.forgetOn(Notice.Topic.PERSON, any -> told.add("forgets"));
        notices.tell(notice);
        assertThat(told).containsExactly("forgets", "acts");
    }

    @Test
    void oneSubscribersFaultKeepsTheNoticeFromNobody() {
        notices.forgetOn(Notice.Topic.PERSON, any -> {
            throw new IllegalStateException("a fault");
        });
        notices.subscribe(Notice.Topic.PERSON, any -> told.add("acts"));
        notices.tell(notice);
        assertThat(told).containsExactly("acts");
    }

    @Test
    void otherTopicsAreNotHeard() {
        notices.subscribe(Notice.Topic.CHANNEL, any -> told.add("acts"));
        notices.tell(notice);
        assertThat(told).isEmpty();
    }
}

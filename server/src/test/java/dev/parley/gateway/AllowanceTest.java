package dev.parley.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.access.Caller;
import dev.parley.access.Permissions;
import dev.parley.base.Ids;
import dev.parley.base.PersonId;
import dev.parley.base.PersonRef;
import dev.parley.base.SessionId;
import dev.parley.base.Settings;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AllowanceTest {
    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    @Test
    void grantsABurstAndThenSoManyASecond() {
        Allowance allowance = new Allowance(10, 1, 0);
        for (int i = 0; i < 10; i++) {
            assertThat(allowance.take(0)).isTrue();
        }
        assertThat(allowance.take(0)).isFalse();
        assertThat(allowance.take(SECOND)).isTrue();
        assertThat(allowance.take(SECOND)).isFalse();
    }

    @Test
    void messagesAreGrantedAsTheDeskSays() {
        var settings = new SmallRyeConfigBuilder()
                .withMapping(Settings.class)
                .addDiscoveredConverters()
                .withSources(new PropertiesConfigSource(
                        Map.of("parley.rate.agent-burst", "2", "parley.rate.agent-per-second", "3"), "test", 100))
                .build()
                .getConfigMapping(Settings.class);
        var person = new PersonRef(new PersonId(Ids.next()), PersonRef.Kind.AGENT, "Maya");
        var maya = new Caller.Agent(person, new SessionId(Ids.next()), false, Permissions.NONE);
        Allowance allowance = Allowance.forMessages(maya, settings.rate(), 0);
        assertThat(List.of(allowance.take(0), allowance.take(0), allowance.take(0)))
                .containsExactly(true, true, false);
        assertThat(List.of(allowance.take(SECOND), allowance.take(SECOND), allowance.take(SECOND)))
                .containsExactly(true, true, false);
    }

    @Test
    void savesUpNoMoreThanABurst() {
        Allowance allowance = new Allowance(2, 1, 0);
        long later = 100 * SECOND;
        assertThat(allowance.take(later)).isTrue();
        assertThat(allowance.take(later)).isTrue();
        assertThat(allowance.take(later)).isFalse();
    }
}

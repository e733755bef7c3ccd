package dev.parley.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.parley.base.Ids;
import dev.parley.base.PersonId;
import dev.parley.base.Refusal;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class NewcomerTest {
    @Test
    void nameIsTrimmedAndFreedOfWhatTurnsTheTextAroundIt() {
        assertThat(named("  Ida \u202Elive\u2066\n ").person().name()).isEqualTo("Ida live");
        assertThat(named("أحمد").person().name()).isEqualTo("أحمد");
    }

    @Test
    void nameNeedsSomethingVisible() {
        for (String empty : new String[] {"", "   ", "\u202E\u200B", "\u0000\u0007"}) {
            assertThat(refused(() -> named(empty))).isEqualTo(Map.of("name", "required"));
        }
        assertThat(refused(() -> named(null))).isEqualTo(Map.of("name", "required"));
    }

    @Test
    void nameHasAtMost64CodePoints() {
        assertThat(named("😀".repeat(64)).person().name()).hasSize(128);
        assertThat(refused(() -> named("x".repeat(65)))).isEqualTo(Map.of("name", "too_long"));
    }

    @Test
    void emailIsOptionalButNotWrong() {
        assertThat(mailed("").email()).isEmpty();
        assertThat(mailed(" ida@example.org ").email()).contains("ida@example.org");
        assertThat(refused(() -> mailed("ida at example"))).isEqualTo(Map.of("email", "format"));
        assertThat(refused(() -> mailed("ida@example.org\r\nBcc: all@example.org")))
                .isEqualTo(Map.of("email", "format"));
        assertThat(refused(() -> mailed("x".repeat(250) + "@a.de"))).isEqualTo(Map.of("email", "too_long"));
    }

    @Test
    void whatThePageSendsByItselfIsLeftOutIfItIsStrange() {
        var strange = PublicUsers.Newcomer.of(id(), "Ida", null, "<script>", "", "javascript:alert(1)");
        assertThat(strange.locale()).isEmpty();
        assertThat(strange.pageTitle()).isEmpty();
        assertThat(strange.pageUrl()).isEmpty();
        var plain = PublicUsers.Newcomer.of(id(), "Ida", null, "de-CH", "x".repeat(300), "https://example.org/a?b");
        assertThat(plain.locale()).contains("de-CH");
        assertThat(plain.pageTitle().orElseThrow()).hasSize(200);
        assertThat(plain.pageUrl()).contains("https://example.org/a?b");
    }

    private static PublicUsers.Newcomer named(@Nullable String name) {
        return PublicUsers.Newcomer.of(id(), name, null, null, null, null);
    }

    private static PublicUsers.Newcomer mailed(String email) {
        return PublicUsers.Newcomer.of(id(), "Ida", email, null, null, null);
    }

    private static PersonId id() {
        return new PersonId(Ids.next());
    }

    private static Map<String, String> refused(Runnable work) {
        return catchThrowableOfType(Refusal.class, work::run).fields();
    }
}

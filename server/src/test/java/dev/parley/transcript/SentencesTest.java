package dev.parley.transcript;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.base.Ids;
import dev.parley.base.PersonId;
import dev.parley.base.PersonRef;
import dev.parley.chat.Audience;
import dev.parley.chat.Chat.Reason;
import dev.parley.chat.ChatEntry.Kind;
import dev.parley.chat.EntryView;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SentencesTest {
    private static final PersonRef MAYA = person("Maya");
    private static final PersonRef JONAS = person("Jonas");

    private static PersonRef person(String name) {
        return new PersonRef(new PersonId(Ids.next()), PersonRef.Kind.AGENT, name);
    }

    private static EntryView entry(Kind kind, Optional<PersonRef> by, Optional<PersonRef> who, Optional<String> text) {
        return new EntryView(1, kind, by, who, text, "everyone", Optional.empty(), Instant.EPOCH);
    }

    private static String said(EntryView entry, Locale locale) {
        String words =
                new Sentences(Words.in(locale), Audience.AGENTS).of(entry).orElseThrow();
        return words.replaceAll("[\\u2068\\u2069]", "");
    }

    private static String said(EntryView entry) {
        return said(entry, Locale.ENGLISH);
    }

    @ParameterizedTest
    @EnumSource(value = Kind.class, mode = EnumSource.Mode.EXCLUDE, names = "MESSAGE")
    void everyKindHasWordsInEveryLanguageWhateverIsKnown(Kind kind) {
        for (Locale locale : new Locale[] {Locale.ENGLISH, Locale.GERMAN, Locale.forLanguageTag("ar")}) {
            EntryView bare = entry(kind, Optional.empty(), Optional.empty(), Optional.empty());
            assertThat(said(bare, locale)).isNotBlank().doesNotContain("{");
            assertThat(new Sentences(Words.in(locale), Audience.EVERYONE).of(bare))
                    .isPresent();
        }
    }

    @ParameterizedTest
    @EnumSource(Reason.class)
    void everyEndHasWords(Reason reason) {
        EntryView end = entry(Kind.CLOSED, Optional.of(MAYA), Optional.empty(), Optional.of(reason.wireName()));
        assertThat(said(end)).isNotBlank().doesNotContain(reason.wireName() + "}");
    }

    @Test
    void messageSaysNothingButItself() {
        EntryView message = entry(Kind.MESSAGE, Optional.of(MAYA), Optional.empty(), Optional.of("hi"));
        assertThat(new Sentences(Words.in(Locale.ENGLISH), Audience.EVERYONE).of(message))
                .isEmpty();
    }

    @Test
    void sentencesNameWhoDidWhatToWhomAndWhy() {
        assertThat(said(entry(Kind.INVITED, Optional.of(MAYA), Optional.of(JONAS), Optional.of("look at this"))))
                .isEqualTo("Maya invited Jonas: look at this");
        assertThat(said(entry(Kind.DECLINED, Optional.of(JONAS), Optional.empty(), Optional.empty())))
                .isEqualTo("Jonas declined");
        assertThat(said(entry(Kind.LEVEL_CHANGED, Optional.of(MAYA), Optional.empty(), Optional.of("observer"))))
                .isEqualTo("Maya is now observer");
        assertThat(said(entry(Kind.CLOSED, Optional.empty(), Optional.empty(), Optional.of("timeout"))))
                .contains("quiet for a long time");
        assertThat(said(entry(Kind.CLOSED, Optional.empty(), Optional.empty(), Optional.of("missed"))))
                .isEqualTo("Nobody could answer in time.");
    }
}

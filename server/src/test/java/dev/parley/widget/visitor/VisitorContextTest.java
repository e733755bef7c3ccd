package dev.parley.widget.visitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parley.app.Json;
import dev.parley.base.Refusal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.assertj.core.api.AbstractStringAssert;
import org.junit.jupiter.api.Test;

class VisitorContextTest {
    private static final ObjectMapper MAPPER = new ObjectMapper().findAndRegisterModules();
    private static final Instant AT = Instant.parse("2026-11-30T09:00:00Z");
    private static final List<String> TAGS = List.of("vip", "trial");

    private VisitorContext context = VisitorContext.NONE;

    @Test
    void attributesAreAddedAndThoseThatAreNullForgotten() {
        tells("{'attributes': {'plan': 'gold', 'orders': 3, 'new': true}}");
        tells("{'attributes': {'plan': 'silver', 'orders': null}}");
        assertThat(context.attributes().values()).isEqualTo(Map.of("plan", "silver", "new", true));
    }

    @Test
    void thereIsRoomForTwentyAttributes() {
        for (int i = 0; i < 20; i++) {
            tells("{'attributes': {'a" + i + "': " + i + "}}");
        }
        VisitorContext full = context;
        assertThatRefused("{'attributes': {'one-more': 1}}", "attributes").isEqualTo("too_long");
        assertThat(context).isEqualTo(full);
        tells("{'attributes': {'a0': null, 'one-more': 1}}");
        assertThat(context.attributes().values()).hasSize(20).containsKey("one-more");
    }

    @Test
    void tagsTakeThePlaceOfThoseBefore() {
        tells("{'tags': ['vip']}");
        tells("{}");
        assertThat(context.tags()).containsExactly("vip");
        tells("{'tags': ['trial', 'trial']}");
        assertThat(context.tags()).containsExactly("trial");
        tells("{'tags': []}");
        assertThat(context.tags()).isEmpty();
        assertThatRefused("{'tags': ['boss']}", "tags").isEqualTo("unknown");
    }

    @Test
    void lastTwentyPagesAndEventsAreKept() {
        for (int i = 0; i < 25; i++) {
            tells("{'page': {'title': 'Page " + i + "', 'url': 'https://shop.example/" + i
                    + "'}, 'events': [{'name': 'e" + i + "', 'data': {'n': " + i + "}}]}");
        }
        assertThat(context.pages()).hasSize(20);
        assertThat(context.pages().getLast())
                .isEqualTo(
                        new VisitorContext.Viewed(Optional.of("Page 24"), Optional.of("https://shop.example/24"), AT));
        assertThat(context.events()).hasSize(20);
        assertThat(context.events().getFirst().name()).isEqualTo("e5");
    }

    @Test
    void samePageAgainIsNoOther() {
        tells("{'page': {'title': 'Boots', 'url': 'https://shop.example/boots'}}");
        tells("{'page': {'title': '(1) Boots', 'url': 'https://shop.example/boots'}}");
        tells("{'page': {'title': 'Only a title'}}");
        tells("{'page': {'title': 'Only a title'}}");
        assertThat(context.pages()).hasSize(2);
    }

    @Test
    void pageThatIsNoneIsLeftOut() {
        tells("{'page': {'title': ' \\u202e ', 'url': 'javascript:alert(1)'}}");
        tells("{'page': {}}");
        assertThat(context.pages()).isEmpty();
    }

    @Test
    void whatIsTooMuchOrNotFlatIsRefused() {
        assertThatRefused("{'attributes': {'a': {'b': 1}}}", "attributes.a").isEqualTo("format");
        assertThatRefused("{'attributes': {'a': [1]}}", "attributes.a").isEqualTo("format");
        assertThatRefused("{'attributes': {'a': '" + "x".repeat(201) + "'}}", "attributes.a")
                .isEqualTo("too_long");
        assertThatRefused("{'attributes': {'a': 1" + "0".repeat(250) + "}}", "attributes.a")
                .isEqualTo("too_long");
        assertThatRefused("{'attributes': {'" + "n".repeat(65) + "': 1}}", "attributes")
                .isEqualTo("too_long");
        assertThatRefused("{'attributes': {'': 1}}", "attributes").isEqualTo("format");
        assertThatRefused("{'attributes': {" + many(21) + "}}", "attributes").isEqualTo("too_long");
        assertThatRefused("{'events': [{}]}", "events[0].name").isEqualTo("required");
        assertThatRefused("{'events': [{'name': ' '}]}", "events[0].name").isEqualTo("format");
        assertThatRefused("{'events': [{'name': 'a', 'data': {" + many(11) + "}}]}", "events[0].data")
                .isEqualTo("too_long");
        assertThatRefused("{'events': [" + "{'name': 'a'},".repeat(10) + "{'name': 'a'}]}", "events")
                .isEqualTo("too_long");
    }

    @Test
    void controlCharactersAreTakenOut() {
        tells("{'attributes': {'a\\u0000b': 'c\\u202ed\\ne'}}");
        assertThat(context.attributes().values()).isEqualTo(Map.of("a b", "c d e"));
    }

    private static String many(int count) {
        return String.join(
                ",", IntStream.range(0, count).mapToObj(i -> "'n" + i + "': 1").toList());
    }

    private void tells(String body) {
        context = context.with(told(body), AT);
    }

    private AbstractStringAssert<?> assertThatRefused(String body, String field) {
        Refusal refusal = catchThrowableOfType(Refusal.class, () -> context.with(told(body), AT));
        assertThat(refusal).as(body).isNotNull();
        return assertThat(refusal.fields().get(field)).as(refusal.fields() + " of " + body);
    }

    private static Told told(String body) {
        return MAPPER.convertValue(Json.read(body.replace('\'', '"')), Told.Body.class)
                .told(TAGS);
    }
}

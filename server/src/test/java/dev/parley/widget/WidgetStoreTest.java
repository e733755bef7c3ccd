package dev.parley.widget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.base.Ids;
import dev.parley.base.PersonId;
import dev.parley.base.PersonRef;
import dev.parley.base.WidgetId;
import dev.parley.storage.TestDatabase;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

class WidgetStoreTest {
    private static final Instant AT = Instant.parse("2026-11-30T08:42:00.123Z");

    private final Jdbi jdbi = Jdbi.create(TestDatabase.freshDatabase().dataSource());
    private final WidgetStore store = new WidgetStore(Written.MAPPER);

    private static Widget shop(int version, String document) {
        return new Widget(
                new WidgetId(java.util.UUID.fromString("0197a000-0000-7000-8000-000000000002")),
                "shop",
                "The shop",
                true,
                version,
                Written.read(document));
    }

    private List<Widget> all() {
        return jdbi.withHandle(store::all);
    }

    private List<WidgetStore.Version> versions(int below) {
        return jdbi.withHandle(handle -> store.versions(handle, shop(1, "{}").id(), below, 10));
    }

    private Optional<Widget> locked(String key) {
        return jdbi.inTransaction(handle -> store.locked(handle, key));
    }

    @Test
    void builtInWidgetIsThereFromTheBeginning() {
        assertThat(all()).singleElement().satisfies(widget -> {
            assertThat(widget.key()).isEqualTo(Widget.EXTERNAL);
            assertThat(widget.valid()).isTrue();
            assertThat(widget.version()).isEqualTo(1);
            assertThat(widget.document()).isEqualTo(Written.read("{}"));
        });
    }

    @Test
    void builtInWidgetCannotBecomeInvalid() {
        WidgetId external = all().getFirst().id();
        assertThatThrownBy(() -> jdbi.useHandle(handle -> store.setValid(handle, external, false)))
                .hasMessageContaining("check constraint");
    }

    @Test
    void newestVersionIsTheWidgetAndTheOthersAreKept() {
        PersonId maya = new PersonId(Ids.next());
        jdbi.useTransaction(handle -> {
            handle.execute(
                    "insert into person (id, kind, name, created_at) values (?, 'agent', 'Maya', now())", maya.value());
            store.add(handle, shop(1, "{}"), AT, Optional.empty());
            store.change(handle, shop(2, "{\"signedOnly\": true}"), AT.plusSeconds(1), Optional.of(maya));
        });
        assertThat(all()).hasSize(2).last().isEqualTo(shop(2, "{\"signedOnly\": true}"));
        assertThat(versions(Integer.MAX_VALUE))
                .containsExactly(
                        new WidgetStore.Version(
                                2,
                                Written.read("{\"signedOnly\": true}"),
                                AT.plusSeconds(1),
                                Optional.of(new PersonRef(maya, PersonRef.Kind.AGENT, "Maya"))),
                        new WidgetStore.Version(1, Written.read("{}"), AT, Optional.empty()));
        assertThat(versions(2)).extracting(WidgetStore.Version::number).containsExactly(1);
    }

    @Test
    void aKeyIsThereOnce() {
        jdbi.useHandle(handle -> store.add(handle, shop(1, "{}"), AT, Optional.empty()));
        var other = new Widget(new WidgetId(Ids.next()), "shop", "Other", true, 1, Written.read("{}"));
        assertThatThrownBy(() -> jdbi.useTransaction(handle -> store.add(handle, other, AT, Optional.empty())))
                .hasMessageContaining("widget_key_key");
        assertThat(locked("shop")).contains(shop(1, "{}"));
        assertThat(locked("nowhere")).isEmpty();
    }

    @Test
    void documentOfAStricterTimeOpensWithDefaults() {
        jdbi.useHandle(handle -> {
            store.add(handle, shop(1, "{}"), AT, Optional.empty());
            handle.execute(
                    "update widget_version set document = '{\"sites\": [\"bad\"], \"tags\": [\"vip\"]}'"
                            + " where widget_id <> ?",
                    all().getFirst().id().value());
        });
        assertThat(all().getLast().document()).isEqualTo(Written.read("{\"tags\": [\"vip\"]}"));
    }
}

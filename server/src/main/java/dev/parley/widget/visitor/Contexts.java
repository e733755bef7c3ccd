package dev.parley.widget.visitor;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parley.access.Caller;
import dev.parley.base.Code;
import dev.parley.base.PersonId;
import dev.parley.base.Refusal;
import dev.parley.base.Settings;
import dev.parley.storage.Database;
import dev.parley.storage.Tx;
import dev.parley.widget.Widget;
import dev.parley.widget.Widgets;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// What pages tell of their visitors, for the agents they chat with.
@ApplicationScoped
public class Contexts {
    private static final int MOST = 60;
    private static final Duration WHILE = Duration.ofMinutes(1);
    private static final String CONTEXT = "select document from visitor_context where person_id = :person";
    private static final String BEGIN = """
            insert into visitor_context (person_id, document, at) values (:person, '{}', :at)
            on conflict (person_id) do nothing
            """;
    private static final String LOCKED = CONTEXT + " for update";
    private static final String KEEP = """
            update visitor_context set document = :document, at = :at where person_id = :person
            """;

    private final Database database;
    private final Visitors visitors;
    private final Widgets widgets;
    private final ObjectMapper json;
    private final Settings settings;
    private final Clock clock;
    private final Pace pace = new Pace(MOST, WHILE);

    Contexts(Database database, Visitors visitors, Widgets widgets, ObjectMapper json, Settings settings, Clock clock) {
        this.database = database;
        this.visitors = visitors;
        this.widgets = widgets;
        this.json = json;
        this.settings = settings;
        this.clock = clock;
    }

    /// What was told of this person so far.
    public VisitorContext context(PersonId person) {
        return database.read(handle -> find(handle, CONTEXT, person)).orElse(VisitorContext.NONE);
    }

    /// The page around the caller tells something.
    public void tell(Caller.PublicUser caller, Told.Body body) {
        requireRoom(caller);
        Told told = body.told(visitors.visitor(caller.id())
                .flatMap(visitor -> widgets.byId(visitor.widget()))
                .map(Contexts::tags)
                .orElse(List.of()));
        database.change(tx -> tell(tx, caller.id(), told));
    }

    /// The tags that a page around this widget may set.
    public static List<String> tags(Widget widget) {
        return widget.document().tags();
    }

    /// The same within a transaction that does more.
    public void tell(Tx tx, PersonId person, Told told) {
        Instant now = clock.instant();
        tx.handle()
                .createUpdate(BEGIN)
                .bind("person", person.value())
                .bind("at", now)
                .execute();
        VisitorContext before = find(tx.handle(), LOCKED, person).orElse(VisitorContext.NONE);
        tx.handle()
                .createUpdate(KEEP)
                .bind("person", person.value())
                .bind("document", json.valueToTree(before.with(told, now)).toString())
                .bind("at", now)
                .execute();
    }

    private void requireRoom(Caller.PublicUser caller) {
        Instant now = clock.instant();
        String key = caller.id().toString();
        Optional<Duration> wait = settings.limits() ? pace.full(key, now) : Optional.empty();
        if (wait.isPresent()) {
            throw Refusal.wait(Code.TOO_FAST, "the page tells too much at once", wait.get());
        }
        pace.count(key, now);
    }

    private Optional<VisitorContext> find(Handle handle, String sql, PersonId person) {
        return handle.createQuery(sql)
                .bind("person", person.value())
                .mapTo(String.class)
                .findOne()
                .filter(document -> !document.equals("{}"))
                .map(this::read);
    }

    private VisitorContext read(String document) {
        try {
            return json.readValue(document, VisitorContext.class);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a document of ours cannot be read", impossible);
        }
    }
}

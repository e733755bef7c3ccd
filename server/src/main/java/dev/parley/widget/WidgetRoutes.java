package dev.parley.widget;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.access.Caller;
import dev.parley.access.Visit;
import dev.parley.base.PersonRef;
import dev.parley.base.Refusal;
import dev.parley.web.Fields;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

/// Widgets over HTTP, for administrators.
@Path("/api/v1/admin/widgets")
@Tag(name = "admin")
@RunOnVirtualThread
public class WidgetRoutes {
    private static final int CREATED = 201;

    private final Visit visit;
    private final WidgetVersions widgets;
    private final Documents documents;

    /// A widget as it is now.
    public record Shown(
            String key,
            String name,
            boolean valid,
            int version,
            @Schema(implementation = WidgetDocument.class) ObjectNode document) {}

    public record ShownList(List<Shown> widgets) {}

    /// What it was set to once; `by` is missing where it was done by the server's command line.
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    public record ShownVersion(
            int version,
            Instant at,
            Optional<PersonRef> by,
            @Schema(implementation = WidgetDocument.class) ObjectNode document) {}

    /// A page of versions; `cursor` fetches the next one and is missing on the last.
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    public record Page(List<ShownVersion> versions, Optional<String> cursor) {}

    /// A widget to make.
    public record NewWidget(
            Optional<String> key,
            Optional<String> name,
            @Schema(implementation = WidgetDocument.class) Optional<JsonNode> document) {}

    /// A widget to change; `version` is the one that was changed, and the name stays if none is given.
    public record WidgetChange(
            Optional<Integer> version,
            Optional<String> name,
            @Schema(implementation = WidgetDocument.class) Optional<JsonNode> document) {}

    public record Validity(Optional<Boolean> valid) {}

    WidgetRoutes(Visit visit, WidgetVersions widgets, Documents documents) {
        this.visit = visit;
        this.widgets = widgets;
        this.documents = documents;
    }

    @GET
    @Operation(summary = "All widgets, valid or not")
    public ShownList all() {
        return new ShownList(
                widgets.all(visit.agent()).stream().map(this::shown).toList());
    }

    @POST
    @ResponseStatus(CREATED)
    @Operation(summary = "Make a widget; the same again answers with the one that is there")
    @APIResponse(responseCode = "201")
    public Shown create(NewWidget wanted) {
        Caller.Agent agent = visit.agent();
        Fields.body(wanted);
        JsonNode document = given(wanted.document()).orElse(MissingNode.getInstance());
        Widget created = widgets.create(
                agent, wanted.key(), new WidgetVersions.Wanted(wanted.name().orElse(""), document));
        visit.used();
        return shown(created);
    }

    @GET
    @Path("/{key}")
    @Operation(summary = "One widget")
    public Shown widget(@PathParam("key") String key) {
        return shown(widgets.widget(visit.agent(), key));
    }

    @PUT
    @Path("/{key}")
    @Operation(summary = "Make a new version, based on the one that is named")
    public Shown change(@PathParam("key") String key, WidgetChange wanted) {
        Caller.Agent agent = visit.agent();
        Fields.body(wanted);
        int base = wanted.version().orElseThrow(() -> Refusal.fields(Map.of("version", "required")));
        JsonNode document = given(wanted.document()).orElseThrow(() -> Refusal.fields(Map.of("document", "required")));
        String name = wanted.name().orElseGet(() -> widgets.widget(agent, key).name());
        Widget changed = widgets.change(agent, key, base, new WidgetVersions.Wanted(name, document));
        visit.used();
        return shown(changed);
    }

    @GET
    @Path("/{key}/versions")
    @Operation(summary = "What it was set to, newest first")
    public Page versions(
            @PathParam("key") String key,
            @QueryParam("cursor") Optional<Integer> cursor,
            @QueryParam("limit") @DefaultValue("50") int limit) {
        Fields.requirePage(limit);
        List<WidgetStore.Version> page = widgets.versions(visit.agent(), key, cursor.orElse(Integer.MAX_VALUE), limit);
        Optional<String> next = page.size() < limit
                ? Optional.empty()
                : Optional.of(Integer.toString(page.getLast().number()));
        return new Page(page.stream().map(this::shown).toList(), next);
    }

    @PUT
    @Path("/{key}/valid")
    @Operation(summary = "Make it invalid, so that it appears nowhere, or valid again")
    public Shown setValid(@PathParam("key") String key, Validity wanted) {
        Caller.Agent agent = visit.agent();
        Fields.body(wanted);
        boolean valid = wanted.valid().orElseThrow(() -> Refusal.fields(Map.of("valid", "required")));
        Widget changed = widgets.setValid(agent, key, valid);
        visit.used();
        return shown(changed);
    }

    /// A member that is not there reads as `null`.
    private static Optional<JsonNode> given(Optional<JsonNode> document) {
        return document.filter(node -> !node.isNull());
    }

    private Shown shown(Widget widget) {
        return new Shown(
                widget.key(), widget.name(), widget.valid(), widget.version(), documents.written(widget.document()));
    }

    private ShownVersion shown(WidgetStore.Version version) {
        return new ShownVersion(version.number(), version.at(), version.by(), documents.written(version.document()));
    }
}

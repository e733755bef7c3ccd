package dev.parley.access.settings;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.access.Visit;
import dev.parley.base.Code;
import dev.parley.base.Refusal;
import dev.parley.web.Fields;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// The desk's settings over HTTP.
@Path("/api/v1/admin/settings")
@Tag(name = "admin")
@RunOnVirtualThread
public class DeskSettingRoutes {
    private final Visit visit;
    private final DeskSettings settings;

    public record SettingList(List<DeskSettings.Line> settings) {}

    DeskSettingRoutes(Visit visit, DeskSettings settings) {
        this.visit = visit;
        this.settings = settings;
    }

    @GET
    @Operation(summary = "The desk's settings, with what each may hold")
    public SettingList settings() {
        return new SettingList(settings.list(visit.caller()));
    }

    @PUT
    @Operation(summary = "Change some of the desk's settings, by name; null takes one back to what it is by itself")
    public SettingList change(
            @RequestBody(content = @Content(schema = @Schema(type = SchemaType.OBJECT))) JsonNode body) {
        Fields.body(body);
        settings.change(visit.caller(), values(body));
        return settings();
    }

    private static Map<String, String> values(JsonNode body) {
        if (!body.isObject()) {
            throw new Refusal(Code.MALFORMED, "a JSON object is missing");
        }
        var fields = new Fields();
        var values = new LinkedHashMap<String, String>();
        body.properties().forEach(member -> {
            JsonNode value = member.getValue();
            if (value.isTextual() || value.isNull()) {
                values.put(member.getKey(), value.isNull() ? "" : value.asText());
            } else {
                fields.wrong(member.getKey(), "format");
            }
        });
        fields.check();
        return values;
    }
}

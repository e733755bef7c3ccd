package dev.parley.widget;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import dev.parley.app.Json;
import dev.parley.base.ChannelId;
import dev.parley.web.Fields;
import java.util.Optional;
import java.util.UUID;

/// Written of widgets as tests write them. The only channel there is goes by the name Sales.
final class Written {
    static final ChannelId SALES = new ChannelId(UUID.fromString("0197a000-0000-7000-8000-000000000001"));
    static final ObjectMapper MAPPER =
            new ObjectMapper().findAndRegisterModules().disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);

    private Written() {}

    static WidgetDocument read(String json) {
        var fields = new Fields();
        var reader = new DocumentReader(fields, Written::channel);
        WidgetDocument document = reader.read(Json.read(json));
        fields.check();
        return document;
    }

    /// What was written, read as the store reads it.
    static WidgetDocument again(WidgetDocument document) {
        var fields = new Fields();
        var reader = new DocumentReader(fields, id -> Optional.of(ChannelId.of(id)));
        WidgetDocument read = reader.read(MAPPER.valueToTree(document));
        fields.check();
        return read;
    }

    private static Optional<ChannelId> channel(String name) {
        return name.equals("Sales") ? Optional.of(SALES) : Optional.empty();
    }
}

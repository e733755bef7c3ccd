package dev.parley.widget;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.channel.Channels;
import jakarta.inject.Singleton;

/// Writes a widget's document as people read and write it: with the names of channels, not their ids.
@Singleton
public class Documents {
    private final ObjectMapper json;
    private final Channels channels;

    Documents(ObjectMapper json, Channels channels) {
        this.json = json;
        this.channels = channels;
    }

    public ObjectNode written(WidgetDocument document) {
        ObjectNode node = json.valueToTree(document);
        ArrayNode names = node.putArray("channels");
        document.channels().forEach(id -> names.add(channels.channel(id).name()));
        return node;
    }
}

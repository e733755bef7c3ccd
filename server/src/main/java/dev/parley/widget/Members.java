package dev.parley.widget;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.parley.web.Fields;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;

/// One JSON object, read member by member; whatever is wrong is noted under its path. A member that is `null` is one
/// that is not there. Owned by the reader that made it.
final class Members {
    private final JsonNode object;
    private final String path;
    private final Fields fields;
    private final Set<String> asked = new HashSet<>();

    private Members(JsonNode object, String path, Fields fields) {
        this.object = object;
        this.path = path;
        this.fields = fields;
    }

    static Members of(JsonNode node, String path, Fields fields) {
        if (!node.isObject() && !node.isMissingNode()) {
            fields.wrong(path.isEmpty() ? "document" : path, "format");
        }
        return new Members(node, path, fields);
    }

    Fields fields() {
        return fields;
    }

    /// Notes a member as wrong; not in what is no object at all, and was noted as such.
    void wrong(String name, String code) {
        if (object.isObject() || object.isMissingNode()) {
            fields.wrong(path(name), code);
        }
    }

    List<String> names() {
        return StreamSupport.stream(((Iterable<String>) object::fieldNames).spliterator(), false)
                .toList();
    }

    String path(String name) {
        return path.isEmpty() ? name : path + "." + name;
    }

    Optional<JsonNode> member(String name) {
        asked.add(name);
        return Optional.ofNullable(object.get(name)).filter(node -> !node.isNull());
    }

    Members members(String name) {
        return of(member(name).orElse(MissingNode.getInstance()), path(name), fields);
    }

    Optional<String> text(String name) {
        return member(name).flatMap(node -> text(node, path(name), fields));
    }

    static Optional<String> text(JsonNode node, String path, Fields fields) {
        if (!node.isTextual()) {
            fields.wrong(path, "format");
            return Optional.empty();
        }
        return Optional.of(node.textValue());
    }

    boolean flag(String name, boolean usual) {
        Optional<JsonNode> node = member(name);
        node.filter(given -> !given.isBoolean()).ifPresent(given -> wrong(name, "format"));
        return node.map(given -> given.asBoolean(usual)).orElse(usual);
    }

    List<JsonNode> list(String name, int most) {
        return member(name).map(node -> list(node, path(name), most, fields)).orElse(List.of());
    }

    static List<JsonNode> list(JsonNode node, String path, int most, Fields fields) {
        if (!node.isArray()) {
            fields.wrong(path, "format");
            return List.of();
        }
        if (node.size() > most) {
            fields.wrong(path, "too_long");
            return List.of();
        }
        return StreamSupport.stream(node.spliterator(), false).toList();
    }

    /// One word of a closed list.
    <E extends Enum<E>> E word(String name, E usual) {
        return text(name).map(word -> word(name, word, usual)).orElse(usual);
    }

    private <E extends Enum<E>> E word(String name, String word, E usual) {
        Optional<E> known = Arrays.stream(usual.getDeclaringClass().getEnumConstants())
                .filter(one -> one.name().toLowerCase(Locale.ROOT).equals(word))
                .findFirst();
        if (known.isEmpty()) {
            wrong(name, "unknown");
        }
        return known.orElse(usual);
    }

    /// Notes the members that nobody asked for.
    void refuseOthers() {
        names().stream().filter(name -> !asked.contains(name)).forEach(name -> wrong(name, "unknown"));
    }
}

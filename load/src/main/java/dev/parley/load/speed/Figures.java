package dev.parley.load.speed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.load.desk.Processes;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What a command measured, in the order it tells it, and what went wrong meanwhile.
public final class Figures {
    private static final int DIGITS = 3;
    private static final BigDecimal LEAST = new BigDecimal("0.01");

    private final Map<String, JsonNode> values = new LinkedHashMap<>();
    private final Map<String, Integer> faults = new TreeMap<>();

    public Figures with(String name, double value) {
        values.put(name, DecimalNode.valueOf(rounded(BigDecimal.valueOf(value))));
        return this;
    }

    /// Several numbers of one kind, in the order they came.
    public Figures with(String name, List<Integer> numbers) {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        numbers.forEach(list::add);
        values.put(name, list);
        return this;
    }

    /// Three digits after the point, or two that say something.
    private static BigDecimal rounded(BigDecimal value) {
        BigDecimal rounded = value.abs().compareTo(LEAST) < 0
                ? value.round(new MathContext(2, RoundingMode.HALF_UP))
                : value.setScale(DIGITS, RoundingMode.HALF_UP);
        BigDecimal plain = rounded.stripTrailingZeros();
        return plain.scale() < 0 ? plain.setScale(0) : plain;
    }

    /// CPU per thousand, unless it could not be known.
    public Figures withCpu(String name, long millis, double thousands) {
        return millis == Processes.UNKNOWN || thousands == 0 ? this : with(name, millis / thousands);
    }

    public void fault(String what, int times) {
        faults.merge(what, times, Integer::sum);
    }

    /// One of the figures, as it is told.
    public double value(String name) {
        JsonNode value = values.get(name);
        if (value == null) {
            throw new IllegalArgumentException("no figure is called " + name);
        }
        return value.asDouble();
    }

    /// As above, or `otherwise` if nobody has told it yet.
    public double valueOr(String name, double otherwise) {
        return values.containsKey(name) ? value(name) : otherwise;
    }

    /// Whether the figures may be believed.
    public boolean sound() {
        return faults.isEmpty();
    }

    /// One line for programs.
    public String json() {
        return node().toString();
    }

    /// The same, to be put among others.
    public ObjectNode node() {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        values.forEach(node::set);
        ObjectNode told = node.putObject("faults");
        faults.forEach(told::put);
        return node;
    }

    /// A table for people.
    public String table() {
        StringBuilder table = new StringBuilder();
        values.forEach((name, value) -> table.append("%-24s %14s%n".formatted(name, told(value))));
        return table.append(faultLines()).toString();
    }

    /// A line for each thing that went wrong.
    public String faultLines() {
        StringBuilder lines = new StringBuilder();
        faults.forEach((what, times) -> lines.append("FAULT %6d x %s%n".formatted(times, what)));
        return lines.toString();
    }

    private static String told(JsonNode value) {
        return value.isNumber() ? value.decimalValue().toPlainString() : value.toString();
    }
}

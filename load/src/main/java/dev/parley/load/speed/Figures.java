package dev.parley.load.speed;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parley.load.desk.Processes;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/// What a command measured, in the order it tells it, and what went wrong meanwhile.
public final class Figures {
    private static final int DIGITS = 3;

    private final Map<String, BigDecimal> values = new LinkedHashMap<>();
    private final Map<String, Integer> faults = new TreeMap<>();

    public Figures with(String name, double value) {
        BigDecimal rounded =
                BigDecimal.valueOf(value).setScale(DIGITS, RoundingMode.HALF_UP).stripTrailingZeros();
        values.put(name, rounded.scale() < 0 ? rounded.setScale(0) : rounded);
        return this;
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
        BigDecimal value = values.get(name);
        if (value == null) {
            throw new IllegalArgumentException("no figure is called " + name);
        }
        return value.doubleValue();
    }

    /// Whether the figures may be believed.
    public boolean sound() {
        return faults.isEmpty();
    }

    /// One line for programs.
    public String json() {
        ObjectMapper json = new ObjectMapper();
        var line = json.createObjectNode();
        values.forEach((name, value) -> line.put(name, value));
        line.set("faults", json.valueToTree(faults));
        return line.toString();
    }

    /// A table for people.
    public String table() {
        StringBuilder table = new StringBuilder();
        values.forEach((name, value) -> table.append("%-24s %14s%n".formatted(name, value.toPlainString())));
        faults.forEach((what, times) -> table.append("FAULT %6d x %s%n".formatted(times, what)));
        return table.toString();
    }
}

package dev.parley.load.proof;

import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// How often each promise was broken, with a few examples. All zero is the only good answer.
public record Verdict(Map<Fault, Integer> counts, List<String> examples) {
    private static final int MOST_EXAMPLES = 20;
    private static final int LONGEST_EXAMPLE = 300;

    public static Verdict of(Collection<Finding> findings) {
        Map<Fault, Integer> counts = new EnumMap<>(Fault.class);
        for (Fault fault : Fault.values()) {
            counts.put(fault, 0);
        }
        findings.forEach(finding -> counts.merge(finding.fault(), 1, Integer::sum));
        List<String> examples = findings.stream()
                .limit(MOST_EXAMPLES)
                .map(finding -> finding.fault().figure() + ": " + finding.where())
                .map(Verdict::shortened)
                .toList();
        return new Verdict(counts, examples);
    }

    private static String shortened(String example) {
        return example.length() <= LONGEST_EXAMPLE ? example : example.substring(0, LONGEST_EXAMPLE) + " ...";
    }

    public int count(Fault fault) {
        return counts.getOrDefault(fault, 0);
    }

    public boolean kept() {
        return counts.values().stream().allMatch(count -> count == 0);
    }
}

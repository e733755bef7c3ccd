package dev.parley.widget;

import java.util.Optional;
import java.util.regex.Pattern;

/// A colour as pages write it, `#0f766e`.
record Colour(String hex) {
    private static final Pattern HEX = Pattern.compile("#[0-9a-f]{6}");
    private static final double LEAST_CONTRAST = 4.5;

    static Optional<Colour> of(String text) {
        return HEX.matcher(text).matches() ? Optional.of(new Colour(text)) : Optional.empty();
    }

    /// Whether white text on it can be read (WCAG 2.2, 1.4.3).
    boolean carriesWhite() {
        return 1.05 / (luminance() + 0.05) >= LEAST_CONTRAST;
    }

    private double luminance() {
        return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5);
    }

    private double channel(int at) {
        double share = Integer.parseInt(hex.substring(at, at + 2), 16) / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }
}

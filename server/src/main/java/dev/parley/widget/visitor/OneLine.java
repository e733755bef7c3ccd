package dev.parley.widget.visitor;

import java.util.regex.Pattern;

/// Text that other people's pages and servers send along, as one line of bounded length: without control characters and
/// marks that turn the text around it.
final class OneLine {
    private static final Pattern UNWANTED = Pattern.compile("[\\p{Cntrl}\\u2028\\u2029\\u202A-\\u202E\\u2066-\\u2069]");

    private OneLine() {}

    static String of(String given, int longest) {
        String clean = UNWANTED.matcher(given).replaceAll(" ").strip();
        return length(clean) <= longest ? clean : clean.substring(0, clean.offsetByCodePoints(0, longest));
    }

    static int length(String text) {
        return text.codePointCount(0, text.length());
    }
}

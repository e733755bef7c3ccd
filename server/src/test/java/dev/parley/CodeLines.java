package dev.parley;

/// Counts lines that hold more than blanks and comments.
final class CodeLines {
    private CodeLines() {}

    static int in(String source) {
        int count = 0;
        boolean comment = false;
        for (String line : source.split("\n", -1)) {
            String text = line.strip();
            boolean code = !comment && !text.isEmpty() && !text.startsWith("//") && !text.startsWith("/*");
            if (text.startsWith("/*")) {
                comment = true;
            }
            if (text.contains("*/")) {
                comment = false;
            }
            count += code ? 1 : 0;
        }
        return count;
    }
}

package dev.parley.load.wire;

import java.nio.charset.StandardCharsets;

/// Finds things in the bytes of a frame without making objects of them.
public final class Bytes {
    /// What a search answers that found nothing.
    public static final int NOWHERE = -1;

    private static final byte[] N = of("\"n\":");
    private static final int HEX_DIGITS = 12;

    private Bytes() {}

    public static byte[] of(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /// Where `needle` first begins at or after `from`.
    public static int find(byte[] bytes, int length, byte[] needle, int from) {
        for (int i = from; i <= length - needle.length; i++) {
            if (matches(bytes, i, needle)) {
                return i;
            }
        }
        return NOWHERE;
    }

    /// Where `needle` last begins. A client message id stands near the end of an entry, so this is the short way to
    /// it.
    public static int findLast(byte[] bytes, int length, byte[] needle) {
        for (int i = length - needle.length; i >= 0; i--) {
            if (matches(bytes, i, needle)) {
                return i;
            }
        }
        return NOWHERE;
    }

    /// Where the digits of the next `"n":` begin at or after `from`. Text cannot fake it: quotes within a JSON string
    /// are escaped.
    public static int nextNumber(byte[] bytes, int length, int from) {
        int found = find(bytes, length, N, from);
        return found == NOWHERE ? NOWHERE : found + N.length;
    }

    /// The decimal number that begins at `from`.
    public static int decimal(byte[] bytes, int from) {
        int value = 0;
        for (int i = from; i < bytes.length && bytes[i] >= '0' && bytes[i] <= '9'; i++) {
            value = value * 10 + bytes[i] - '0';
        }
        return value;
    }

    /// The twelve hexadecimal digits that begin at `from`.
    public static long hex(byte[] bytes, int from) {
        long value = 0;
        for (int i = from; i < from + HEX_DIGITS; i++) {
            value = value << 4 | Character.digit(bytes[i], 16);
        }
        return value;
    }

    private static boolean matches(byte[] bytes, int at, byte[] needle) {
        for (int i = 0; i < needle.length; i++) {
            if (bytes[at + i] != needle[i]) {
                return false;
            }
        }
        return true;
    }
}

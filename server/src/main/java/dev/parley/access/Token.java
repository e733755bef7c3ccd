package dev.parley.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/// The secret that proves a session, or that somebody has read his mail: 256 random bits for the holder, and their
/// SHA-256 for the database, from which nobody gets back. No salt and no slow hash: there is nothing to guess in 256
/// random bits.
public record Token(String secret) {
    private static final int BYTES = 32;

    public static Token random(SecureRandom random) {
        byte[] bits = new byte[BYTES];
        random.nextBytes(bits);
        return new Token(Base64.getUrlEncoder().withoutPadding().encodeToString(bits));
    }

    public byte[] hash() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }

    /// The hash in a form that serves as a key in memory.
    String key() {
        return key(hash());
    }

    static String key(byte[] hash) {
        return HexFormat.of().formatHex(hash);
    }

    @Override
    public String toString() {
        return "Token";
    }
}

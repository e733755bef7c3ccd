package dev.parley.notification;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.parley.app.Json;
import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.crypto.Cipher;
import javax.crypto.KeyAgreement;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// A browser and its push service in one: takes what is pushed, checks who signed it and reads it, by the letter of
/// RFC 8291, RFC 8188 and RFC 8292 and with nothing of the product's.
final class Browser implements AutoCloseable {
    private static final int SALT = 16;
    private static final int HEADER = 21;
    private static final int COORDINATE = 32;
    private static final int PATIENCE_SECONDS = 15;

    private final HttpServer server;
    private final KeyPair keys;
    private final byte[] auth = new byte[SALT];
    private final BlockingQueue<Got> got = new LinkedBlockingQueue<>();
    private volatile int answer = 201;

    /// A request as it came.
    private record Got(Map<String, String> headers, byte[] body) {}

    Browser() throws IOException, GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(256);
        keys = generator.generateKeyPair();
        new SecureRandom().nextBytes(auth);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::take);
        server.start();
    }

    private void take(HttpExchange exchange) throws IOException {
        got.add(new Got(
                Map.of(
                        "Authorization", header(exchange, "Authorization"),
                        "Content-Encoding", header(exchange, "Content-Encoding"),
                        "TTL", header(exchange, "TTL"),
                        "Urgency", header(exchange, "Urgency"),
                        "Topic", header(exchange, "Topic")),
                exchange.getRequestBody().readAllBytes()));
        exchange.sendResponseHeaders(answer, -1);
        exchange.close();
    }

    private static String header(HttpExchange exchange, String name) {
        String value = exchange.getRequestHeaders().getFirst(name);
        return value == null ? "" : value;
    }

    /// From now on the push service answers with this status.
    void answers(int status) {
        answer = status;
    }

    String endpoint() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/push/1";
    }

    /// What the page tells our server.
    ObjectNode subscription() {
        return Json.of(
                "endpoint", endpoint(),
                "keys", Map.of("p256dh", text(uncompressed((ECPublicKey) keys.getPublic())), "auth", text(auth)));
    }

    boolean gotNothing() {
        return got.isEmpty();
    }

    /// The next message, read; signed by whoever has this public key.
    JsonNode shows(String signer) {
        try {
            Got next = got.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (next == null) {
                throw new AssertionError("nothing was pushed");
            }
            requireSigned(next.headers().getOrDefault("Authorization", ""), signer);
            require(next.headers().getOrDefault("Content-Encoding", "").equals("aes128gcm"), "not aes128gcm");
            require(Integer.parseInt(next.headers().getOrDefault("TTL", "0")) > 0, "no TTL");
            return Json.read(new String(decrypted(next.body()), StandardCharsets.UTF_8));
        } catch (GeneralSecurityException unreadable) {
            throw new AssertionError("what was pushed cannot be read", unreadable);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError(interrupted);
        }
    }

    private void requireSigned(String authorization, String signer) throws GeneralSecurityException {
        require(authorization.startsWith("vapid t=") && authorization.contains("k=" + signer), authorization);
        String token =
                authorization.substring("vapid t=".length()).split("[,;]", 2)[0].strip();
        String[] parts = token.split("\\.", -1);
        Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
        signature.initVerify(publicKey(Base64.getUrlDecoder().decode(signer)));
        signature.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));
        require(signature.verify(Base64.getUrlDecoder().decode(parts[2])), "signed by somebody else");
        JsonNode claims = Json.read(new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8));
        String origin = "http://127.0.0.1:" + server.getAddress().getPort();
        require(claims.get("aud").asText().equals(origin), "for " + claims);
        require(claims.get("sub").asText().matches("(mailto:|https:).+"), "from " + claims);
    }

    private byte[] decrypted(byte[] body) throws GeneralSecurityException {
        byte[] salt = Arrays.copyOf(body, SALT);
        int keyLength = body[HEADER - 1];
        byte[] senderKey = Arrays.copyOfRange(body, HEADER, HEADER + keyLength);
        KeyAgreement agreement = KeyAgreement.getInstance("ECDH");
        agreement.init(keys.getPrivate());
        agreement.doPhase(publicKey(senderKey), true);
        byte[] own = uncompressed((ECPublicKey) keys.getPublic());
        byte[] info = joined("WebPush: info\0".getBytes(StandardCharsets.US_ASCII), own, senderKey);
        byte[] material = expand(hmac(auth, agreement.generateSecret()), info, 32);
        byte[] secret = hmac(salt, material);
        byte[] key = expand(secret, "Content-Encoding: aes128gcm\0".getBytes(StandardCharsets.US_ASCII), 16);
        byte[] nonce = expand(secret, "Content-Encoding: nonce\0".getBytes(StandardCharsets.US_ASCII), 12);
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(Cipher.DECRYPT_MODE, new SecretKeySpec(key, "AES"), new GCMParameterSpec(128, nonce));
        byte[] padded = cipher.doFinal(Arrays.copyOfRange(body, HEADER + keyLength, body.length));
        int end = padded.length - 1;
        while (padded[end] == 0) {
            end--;
        }
        require(padded[end] == 2, "not the last record");
        return Arrays.copyOf(padded, end);
    }

    private PublicKey publicKey(byte[] uncompressed) throws GeneralSecurityException {
        require(uncompressed.length == 1 + 2 * COORDINATE && uncompressed[0] == 4, "not an uncompressed key");
        var x = new BigInteger(1, Arrays.copyOfRange(uncompressed, 1, 1 + COORDINATE));
        var y = new BigInteger(1, Arrays.copyOfRange(uncompressed, 1 + COORDINATE, uncompressed.length));
        return KeyFactory.getInstance("EC")
                .generatePublic(new ECPublicKeySpec(new ECPoint(x, y), ((ECPublicKey) keys.getPublic()).getParams()));
    }

    private static byte[] uncompressed(ECPublicKey key) {
        return joined(
                new byte[] {4},
                coordinate(key.getW().getAffineX()),
                coordinate(key.getW().getAffineY()));
    }

    private static byte[] coordinate(BigInteger number) {
        byte[] bytes = number.toByteArray();
        int from = Math.max(0, bytes.length - COORDINATE);
        return ByteBuffer.allocate(COORDINATE)
                .position(COORDINATE - (bytes.length - from))
                .put(bytes, from, bytes.length - from)
                .array();
    }

    private static byte[] hmac(byte[] key, byte[] text) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        return mac.doFinal(text);
    }

    private static byte[] expand(byte[] key, byte[] info, int length) throws GeneralSecurityException {
        return Arrays.copyOf(hmac(key, joined(info, new byte[] {1})), length);
    }

    private static byte[] joined(byte[]... parts) {
        ByteBuffer all = ByteBuffer.allocate(
                Arrays.stream(parts).mapToInt(part -> part.length).sum());
        Arrays.stream(parts).forEach(all::put);
        return all.array();
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new AssertionError(otherwise);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}

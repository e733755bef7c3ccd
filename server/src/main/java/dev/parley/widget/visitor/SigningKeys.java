package dev.parley.widget.visitor;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jose.jwk.Curve;
import java.nio.charset.StandardCharsets;
import java.security.KeyFactory;
import java.security.NoSuchAlgorithmException;
import java.security.interfaces.ECPublicKey;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The keys that a widget's tokens may be signed with: shared secrets for HS256, public keys for ES256. Each serves its
/// own algorithm alone, so that a public key can never be taken for a secret.
record SigningKeys(List<String> secrets, List<ECPublicKey> publicKeys) {
    private static final Pattern PEM =
            Pattern.compile("-----BEGIN PUBLIC KEY-----([A-Za-z0-9+/=\\s]+)-----END PUBLIC KEY-----");

    /// Makes a verifier; what it throws means that this key cannot have signed it.
    private interface Maker {
        JWSVerifier verifier() throws JOSEException;
    }

    /// The public key of this text, if it is one on the curve P-256.
    static Optional<ECPublicKey> publicKey(String pem) {
        Matcher matcher = PEM.matcher(pem.strip());
        if (!matcher.matches()) {
            return Optional.empty();
        }
        try {
            byte[] der = Base64.getMimeDecoder().decode(matcher.group(1));
            var key = (ECPublicKey) KeyFactory.getInstance("EC").generatePublic(new X509EncodedKeySpec(der));
            return Optional.of(key).filter(ec -> Curve.P_256.equals(Curve.forECParameterSpec(ec.getParams())));
        } catch (InvalidKeySpecException | IllegalArgumentException notAKey) {
            return Optional.empty();
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has EC", impossible);
        }
    }

    /// Whether there is a key for this algorithm at all.
    boolean have(JWSAlgorithm algorithm) {
        return algorithm.equals(JWSAlgorithm.HS256) && !secrets.isEmpty()
                || algorithm.equals(JWSAlgorithm.ES256) && !publicKeys.isEmpty();
    }

    /// Whether one of the keys signed it.
    boolean signed(JWSObject token) {
        JWSAlgorithm algorithm = token.getHeader().getAlgorithm();
        if (algorithm.equals(JWSAlgorithm.HS256)) {
            return secrets.stream()
                    .anyMatch(
                            secret -> verifies(token, () -> new MACVerifier(secret.getBytes(StandardCharsets.UTF_8))));
        }
        return algorithm.equals(JWSAlgorithm.ES256)
                && publicKeys.stream().anyMatch(key -> verifies(token, () -> new ECDSAVerifier(key)));
    }

    private static boolean verifies(JWSObject token, Maker key) {
        try {
            return token.verify(key.verifier());
        } catch (JOSEException unfit) {
            return false;
        }
    }

    @Override
    public String toString() {
        return "SigningKeys";
    }
}

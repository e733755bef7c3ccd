package dev.parley.widget.visitor;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import dev.parley.base.Ids;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/// A page's own server, which signs tokens as a test wants them.
public final class Signer {
    private Signer() {}

    /// Claims as they should be.
    public static Map<String, Object> claims(String audience, String subject, Instant now) {
        var claims = new LinkedHashMap<String, Object>();
        claims.put("aud", audience);
        claims.put("sub", subject);
        claims.put("iat", now.getEpochSecond());
        claims.put("exp", now.getEpochSecond() + 300);
        claims.put("jti", Ids.next().toString());
        return claims;
    }

    public static String hs256(String secret, Map<String, Object> claims) {
        return hs256(secret, new Payload(claims));
    }

    static String hs256(String secret, Payload payload) {
        try {
            return sign(JWSAlgorithm.HS256, new MACSigner(secret.getBytes(StandardCharsets.UTF_8)), payload);
        } catch (JOSEException failed) {
            throw new AssertionError(failed);
        }
    }

    public static String es256(ECKey key, Map<String, Object> claims) {
        try {
            return sign(JWSAlgorithm.ES256, new ECDSASigner(key), new Payload(claims));
        } catch (JOSEException failed) {
            throw new AssertionError(failed);
        }
    }

    private static String sign(JWSAlgorithm algorithm, JWSSigner signer, Payload payload) throws JOSEException {
        var token = new JWSObject(new JWSHeader(algorithm), payload);
        token.sign(signer);
        return token.serialize();
    }

    public static ECKey newKey(Curve curve) {
        try {
            return new ECKeyGenerator(curve).generate();
        } catch (JOSEException failed) {
            throw new AssertionError(failed);
        }
    }

    public static String pem(ECKey key) {
        try {
            return "-----BEGIN PUBLIC KEY-----\n"
                    + Base64.getMimeEncoder(64, new byte[] {'\n'})
                            .encodeToString(key.toECPublicKey().getEncoded())
                    + "\n-----END PUBLIC KEY-----\n";
        } catch (JOSEException failed) {
            throw new AssertionError(failed);
        }
    }
}

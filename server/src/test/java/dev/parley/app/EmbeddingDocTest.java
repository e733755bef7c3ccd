package dev.parley.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The manual's sample for Java is compiled as it stands there, and makes the tokens of the manual.
final class EmbeddingDocTest {
    private static final Path MANUAL = Path.of("..", "docs", "embedding.md");
    private static final Pattern SAMPLE = Pattern.compile("\n### Java\n+```java\n(.*?)```", Pattern.DOTALL);
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    static Path folder;

    private static JsonNode vectors;

    private static Class<?> sample;

    /// A source text that stands in no file.
    private static final class Source extends SimpleJavaFileObject {
        private final String text;

        Source(String name, String text) {
            super(URI.create("string:///" + name + ".java"), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }

    @BeforeAll
    static void compile() throws Exception {
        Matcher matcher = SAMPLE.matcher(Files.readString(MANUAL));
        assertThat(matcher.find()).as("a sample for Java in the manual").isTrue();
        JavaCompiler compiler = Objects.requireNonNull(ToolProvider.getSystemJavaCompiler());
        List<JavaFileObject> sources = List.of(new Source("VisitorToken", matcher.group(1)));
        List<String> options = List.of(
                "-d", folder.toString(), "-cp", System.getProperty("java.class.path"), "-proc:none", "--release", "17");
        assertThat(compiler.getTask(null, null, null, options, null, sources).call())
                .as("the sample compiles")
                .isTrue();
        URL[] places = {folder.toUri().toURL()};
        sample = new URLClassLoader(places, EmbeddingDocTest.class.getClassLoader()).loadClass("VisitorToken");
        vectors = read();
    }

    private static JsonNode read() throws IOException {
        try (InputStream in = Objects.requireNonNull(EmbeddingDocTest.class.getResourceAsStream("/jwt-vectors.json"))) {
            return JSON.readTree(in);
        }
    }

    @Test
    void secretMakesExactlyTheTokenOfTheVector() throws Exception {
        JsonNode vector = vectors.get("hs256");
        assertThat(made("hs256", vector, "secret"))
                .isEqualTo(vector.get("token").textValue());
    }

    @Test
    void privateKeyMakesATokenThatThePublicKeyVerifies() throws Exception {
        JsonNode vector = vectors.get("es256");
        String token = made("es256", vector, "privateKey");
        String content = token.substring(0, token.lastIndexOf('.'));
        assertThat(vector.get("token").textValue()).startsWith(content + ".");
        String pem = vector.get("publicKey").textValue().replaceAll("-----[A-Z ]+-----", "");
        Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
        signature.initVerify(KeyFactory.getInstance("EC")
                .generatePublic(new X509EncodedKeySpec(Base64.getMimeDecoder().decode(pem))));
        signature.update(content.getBytes(StandardCharsets.UTF_8));
        assertThat(signature.verify(Base64.getUrlDecoder().decode(token.substring(content.length() + 1))))
                .isTrue();
    }

    @Test
    void tokensAreGoodForMinutesAndAreAnotherOneEachTime() throws Exception {
        JsonNode first = claims(fresh());
        assertThat(first.get("aud").textValue()).isEqualTo("shop");
        assertThat(first.get("sub").textValue()).isEqualTo("c-1");
        assertThat(first.get("email").textValue()).isEqualTo("rosa@example.com");
        assertThat(first.get("exp").longValue() - first.get("iat").longValue()).isEqualTo(300);
        assertThat(first.get("jti")).isNotEqualTo(claims(fresh()).get("jti"));
    }

    private static String made(String method, JsonNode vector, String key) throws Exception {
        var claims =
                JSON.readValue(vector.get("claims").textValue(), new TypeReference<LinkedHashMap<String, Object>>() {});
        return (String) sample.getMethod(method, Map.class, String.class)
                .invoke(null, claims, vector.get(key).textValue());
    }

    private static String fresh() throws Exception {
        return (String) sample.getMethod("of", String.class, String.class, String.class, String.class, String.class)
                .invoke(null, "shop", "c-1", "Rosa", "rosa@example.com", "secret");
    }

    private static JsonNode claims(String token) throws IOException {
        String body = token.substring(token.indexOf('.') + 1, token.lastIndexOf('.'));
        return JSON.readTree(Base64.getUrlDecoder().decode(body));
    }
}

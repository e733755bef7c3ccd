package dev.parley.access;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import dev.parley.base.Code;
import dev.parley.base.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/// Hashes passwords with Argon2id and checks them, two at once: each takes 19 MiB and a core, and sign-ins must not
/// take those from the chats.
@ApplicationScoped
public class Passwords {
    private static final int MEMORY_KIB = 19_456;
    private static final int ROUNDS = 2;
    private static final int LANES = 1;
    private static final int HASH_BYTES = 32;
    private static final int SALT_BYTES = 16;
    private static final int AT_ONCE = 2;
    private static final long PATIENCE_SECONDS = 20;
    private static final int SHORTEST = 12;
    private static final int LONGEST = 128;
    private static final int SHORTEST_PERSONAL = 4;

    private static final Pattern PHC =
            Pattern.compile("\\$argon2(id|i|d)\\$v=(16|19)\\$m=[1-9]\\d{0,6},t=[1-9]\\d?,p=[1-9]\\d?"
                    + "\\$[A-Za-z0-9+/]{8,128}\\$[A-Za-z0-9+/]{16,128}");

    private final Argon2Function argon2 = Argon2Function.getInstance(MEMORY_KIB, ROUNDS, LANES, HASH_BYTES, Argon2.ID);
    private final Semaphore places = new Semaphore(AT_ONCE, true);

    Passwords() {}

    /// The password's hash in PHC form, which carries its own parameters and salt.
    public String hash(String password) {
        return inTurn(() ->
                Password.hash(password).addRandomSalt(SALT_BYTES).with(argon2).getResult());
    }

    /// Whether the hash is this password's, by the parameters that stand in the hash.
    public boolean matches(String password, String phc) {
        return inTurn(() -> matchesNow(password, phc));
    }

    private static boolean matchesNow(String password, String phc) {
        // A hash we cannot read lets nobody in.
        return PHC.matcher(phc).matches()
                && Password.check(password, phc).with(Argon2Function.getInstanceFromHash(phc));
    }

    /// What is wrong with a new password, as the field `password` with its code; empty if it will do. `personal`
    /// are words it must not contain: the name, the login, the email.
    public Map<String, String> rules(String password, String... personal) {
        int length = password.codePointCount(0, password.length());
        if (length < SHORTEST) {
            return Map.of("password", "too_short");
        }
        if (length > LONGEST) {
            return Map.of("password", "too_long");
        }
        String lower = password.toLowerCase(Locale.ROOT);
        for (String word : personal) {
            if (word.length() >= SHORTEST_PERSONAL && lower.contains(word.toLowerCase(Locale.ROOT))) {
                return Map.of("password", "format");
            }
        }
        return Map.of();
    }

    private <T> T inTurn(Supplier<T> work) {
        try {
            if (!places.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw tooMany();
            }
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
            throw tooMany();
        }
        try {
            return work.get();
        } finally {
            places.release();
        }
    }

    private static Refusal tooMany() {
        return Refusal.wait(Code.TOO_MANY_ATTEMPTS, "too many sign in at once", Duration.ofSeconds(5));
    }
}

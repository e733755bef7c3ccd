package dev.parley.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import org.junit.jupiter.api.Test;

class PasswordsTest {
    private final Passwords passwords = new Passwords();

    @Test
    void hashCarriesItsParametersAndMatchesOnlyItsPassword() {
        String hash = passwords.hash("correct horse battery");
        assertThat(hash).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
        assertThat(passwords.matches("correct horse battery", hash)).isTrue();
        assertThat(passwords.matches("correct horse batterY", hash)).isFalse();
        assertThat(passwords.hash("correct horse battery")).isNotEqualTo(hash);
    }

    @Test
    void parametersOfAnImportedHashAreHonoured() {
        String cheap = Password.hash("imported secret")
                .addRandomSalt(16)
                .with(Argon2Function.getInstance(64, 1, 1, 32, Argon2.ID))
                .getResult();
        assertThat(cheap).contains("m=64,t=1,p=1");
        assertThat(passwords.matches("imported secret", cheap)).isTrue();
        assertThat(passwords.matches("something else", cheap)).isFalse();
    }

    @Test
    void whatIsNoHashLetsNobodyIn() {
        for (String broken :
                new String[] {"", "secret", "$argon2id$", "$argon2id$v=19$m=x,t=1,p=1$a$b", "$2b$10$abc"}) {
            assertThat(passwords.matches("secret", broken)).as(broken).isFalse();
        }
    }

    @Test
    void rulesNameWhatIsWrong() {
        assertThat(passwords.rules("elevenchars")).containsEntry("password", "too_short");
        assertThat(passwords.rules("x".repeat(129))).containsEntry("password", "too_long");
        assertThat(passwords.rules("i am HANNAH okafor", "Hannah Okafor")).containsEntry("password", "format");
        assertThat(passwords.rules("a long enough secret", "Hannah", "hannah@example.com", "Bo"))
                .isEmpty();
        assertThat(passwords.rules("😀".repeat(12))).isEmpty();
    }
}

package dev.parley.app;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.base.Code;
import org.assertj.core.api.AbstractThrowableAssert;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/// Parley said no, over HTTP or the socket.
public final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient JsonNode answer;

    Refused(JsonNode answer) {
        super(answer.toString());
        this.answer = answer;
    }

    /// The problem document or the `refused` frame.
    public JsonNode answer() {
        return answer;
    }

    String code() {
        return answer.path("code").asText();
    }

    public static Claim assertThatThrownBy(ThrowingCallable call) {
        return new Claim(Assertions.catchThrowable(call));
    }

    /// What is claimed about a refusal.
    public static final class Claim extends AbstractThrowableAssert<Claim, Throwable> {
        private Claim(Throwable thrown) {
            super(thrown, Claim.class);
        }

        public Refused isRefusedWith(Code code) {
            isInstanceOf(Refused.class);
            Refused refused = (Refused) actual;
            Assertions.assertThat(refused.code()).as(refused.getMessage()).isEqualTo(code.wireName());
            if (refused.answer().has("status")) {
                Assertions.assertThat(refused.answer().get("status").asInt()).isEqualTo(code.status());
            }
            return refused;
        }
    }
}

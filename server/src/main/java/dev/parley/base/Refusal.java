package dev.parley.base;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/// The one way to say no: a stable code for programs and a sentence for developers, never an inner detail.
public final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Code code;
    private final transient Extras extras;

    private record Extras(Map<String, String> fields, Optional<Duration> retryAfter, Optional<PersonRef> by) {
        static final Extras NONE = new Extras(Map.of(), Optional.empty(), Optional.empty());
    }

    public Refusal(Code code, String detail) {
        this(code, detail, Extras.NONE);
    }

    private Refusal(Code code, String detail, Extras extras) {
        // A refusal is an answer, not a fault: nobody reads its stack trace, and filling one costs more than the
        // answer.
        super(detail, null, false, false);
        this.code = code;
        this.extras = extras;
    }

    /// Fields of a form that are wrong, each with its own code (`required`, `too_long`, `too_short`, `format`,
    /// `unknown`, `taken`; of links `used`, `expired`).
    public static Refusal fields(Map<String, String> fields) {
        return new Refusal(
                Code.INVALID, "check the fields", new Extras(Map.copyOf(fields), Optional.empty(), Optional.empty()));
    }

    /// A page's word on who its visitor is was not taken; `reason` is a code for the field `token`.
    public static Refusal identity(String reason, String detail) {
        return new Refusal(
                Code.IDENTITY_REFUSED, detail, new Extras(Map.of("token", reason), Optional.empty(), Optional.empty()));
    }

    /// Too much for now; worth trying again after `wait`.
    public static Refusal wait(Code code, String detail, Duration wait) {
        return new Refusal(code, detail, new Extras(Map.of(), Optional.of(wait), Optional.empty()));
    }

    /// Somebody else was first.
    public static Refusal taken(PersonRef by) {
        return new Refusal(
                Code.ALREADY_ACCEPTED,
                "already accepted by " + by.name(),
                new Extras(Map.of(), Optional.empty(), Optional.of(by)));
    }

    public Code code() {
        return code;
    }

    public String detail() {
        return String.valueOf(getMessage());
    }

    public Map<String, String> fields() {
        return extras.fields();
    }

    public Optional<Duration> retryAfter() {
        return extras.retryAfter();
    }

    public Optional<PersonRef> by() {
        return extras.by();
    }
}

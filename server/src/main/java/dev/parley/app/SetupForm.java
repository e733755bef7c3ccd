package dev.parley.app;

import org.jspecify.annotations.Nullable;

/// What the setup page asks for. A field that is missing is empty here.
record SetupForm(
        String code,
        String firstName,
        String lastName,
        String email,
        String password,
        String deskName,
        String timeZone) {
    SetupForm {
        code = text(code);
        firstName = text(firstName);
        lastName = text(lastName);
        email = text(email);
        password = password == null ? "" : password;
        deskName = text(deskName);
        timeZone = text(timeZone);
    }

    String name() {
        return firstName + " " + lastName;
    }

    @Override
    public String toString() {
        return "SetupForm[" + email + "]";
    }

    private static String text(@Nullable String given) {
        return given == null ? "" : given.strip();
    }
}

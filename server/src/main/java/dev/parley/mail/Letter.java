package dev.parley.mail;

/// A mail in plain text to one person.
public record Letter(String to, String subject, String text) {
    @Override
    public String toString() {
        return "Letter";
    }
}

package dev.parley.access;

import java.util.Optional;

/// How a customer user or public user can be reached, and from which page he came. `verified` if he signed in; what
/// a public user says of himself is not.
public record Contact(
        Optional<String> email,
        boolean verified,
        Optional<String> locale,
        Optional<String> timeZone,
        Optional<String> pageTitle,
        Optional<String> pageUrl) {}

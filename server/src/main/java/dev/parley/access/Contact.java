package dev.parley.access;

import java.util.Optional;

/// How a customer user or public user can be reached, and from which page he came. `verified` if he signed in, or
/// if the page he came from vouches for him; what a public user says of himself is not. His address may be his own word
/// although he is verified.
public record Contact(
        Optional<String> email,
        boolean emailVerified,
        boolean verified,
        Optional<String> locale,
        Optional<String> timeZone,
        Optional<String> pageTitle,
        Optional<String> pageUrl) {}

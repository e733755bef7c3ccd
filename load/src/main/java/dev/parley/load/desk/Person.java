package dev.parley.load.desk;

/// Somebody who is signed in: who, and the token that proves it.
public record Person(String id, String token) {}

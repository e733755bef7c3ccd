package dev.parley.load.proof;

/// One broken promise, and where.
public record Finding(Fault fault, String where) {}

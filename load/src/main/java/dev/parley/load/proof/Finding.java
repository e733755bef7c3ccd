package dev.parley.load.proof;

/// One broken promise, and where.
record Finding(Fault fault, String where) {}

package dev.parley.load.proof;

/// A message that somebody sent.
record Sent(String id, String text, boolean internal, Outcome outcome) {}

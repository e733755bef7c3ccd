package dev.parley.load.proof;

/// A message that somebody sent. `inOrder` is false if it was refused for a while and tried again, so that a later
/// one may rightly stand before it.
record Sent(String id, String text, boolean internal, boolean inOrder, Outcome outcome) {}

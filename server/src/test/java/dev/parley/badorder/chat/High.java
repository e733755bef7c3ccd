package dev.parley.badorder.chat;

/// A type of a higher module.
public record High(String name) {}

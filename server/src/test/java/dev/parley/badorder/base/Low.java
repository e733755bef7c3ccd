package dev.parley.badorder.base;

import dev.parley.badorder.chat.High;

/// An import that goes up, for the test of `ModuleOrderTest`.
public record Low(High high) {}

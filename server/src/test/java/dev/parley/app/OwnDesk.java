package dev.parley.app;

import io.quarkus.test.junit.QuarkusTestProfile;

/// A server with a database of its own, for tests that fill or empty the whole desk and would disturb others.
public final class OwnDesk implements QuarkusTestProfile {}

package dev.parley.app;

import io.quarkus.arc.Arc;
import io.quarkus.test.junit.callback.QuarkusTestAfterEachCallback;
import io.quarkus.test.junit.callback.QuarkusTestMethodContext;

/// Ends the sockets of a test when it is over.
public final class HangUp implements QuarkusTestAfterEachCallback {
    @Override
    public void afterEach(QuarkusTestMethodContext test) {
        Arc.container().instance(OpenLines.class).get().hangUp();
    }
}

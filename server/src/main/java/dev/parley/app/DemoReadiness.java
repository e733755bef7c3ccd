package dev.parley.app;

import io.quarkus.runtime.annotations.CommandLineArguments;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/// A server that was asked for the demo company is not ready before the company is there.
@Readiness
@ApplicationScoped
class DemoReadiness implements HealthCheck {
    private final boolean asked;
    private final Demo demo;

    DemoReadiness(@CommandLineArguments String[] arguments, Demo demo) {
        this.asked = Arrays.asList(arguments).contains("--demo");
        this.demo = demo;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("Demo company")
                .status(!asked || demo.isReady())
                .build();
    }
}

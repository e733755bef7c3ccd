package dev.parley.app;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/// The product without rate and sign-in limits: everybody in the tests comes from one address and writes fast.
public class Unlimited implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of("parley.limits", "off");
    }
}

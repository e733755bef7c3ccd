package dev.parley.app;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;
import java.util.Set;

/// The product without rate and sign-in limits, for everybody in the tests comes from one address and writes fast;
/// and with a clock that can be set forward.
public class Unlimited implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of("parley.limits", "off");
    }

    @Override
    public Set<Class<?>> getEnabledAlternatives() {
        return Set.of(ShiftedClock.class);
    }
}

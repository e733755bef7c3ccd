package dev.parley.notification;

import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;
import java.net.URI;

/// Push services on this machine, and no others.
@Alternative
@Singleton
public class LoopbackEndpoints implements Endpoints {
    @Override
    public boolean allowed(URI address) {
        return "http".equals(address.getScheme()) && "127.0.0.1".equals(address.getHost());
    }
}

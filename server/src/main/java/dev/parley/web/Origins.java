package dev.parley.web;

import dev.parley.base.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;

/// Tells our own pages from other sites', by the `Origin` a browser sends and no page can forge.
@ApplicationScoped
public class Origins {
    private final Optional<String> publicOrigin;

    Origins(Settings settings) {
        this.publicOrigin = settings.publicUrl().flatMap(Origins::origin);
    }

    /// Whether `origin` is that of the public address, or that of the very host the request was sent to.
    public boolean own(String origin, String hostHeader, boolean https) {
        Optional<String> asked = origin(origin);
        if (asked.isEmpty()) {
            return false;
        }
        String host = (https ? "https://" : "http://") + hostHeader;
        return asked.equals(publicOrigin) || asked.equals(origin(host));
    }

    /// Scheme, host and port, with the port that is understood left out.
    private static Optional<String> origin(String address) {
        try {
            var uri = new URI(address.toLowerCase(Locale.ROOT));
            String scheme = uri.getScheme();
            boolean web = "http".equals(scheme) || "https".equals(scheme);
            if (!web || uri.getHost() == null || uri.getUserInfo() != null) {
                return Optional.empty();
            }
            boolean understood = uri.getPort() == -1 || uri.getPort() == ("https".equals(scheme) ? 443 : 80);
            return Optional.of(scheme + "://" + uri.getHost() + (understood ? "" : ":" + uri.getPort()));
        } catch (URISyntaxException notAnAddress) {
            return Optional.empty();
        }
    }
}

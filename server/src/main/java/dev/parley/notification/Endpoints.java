package dev.parley.notification;

import java.net.URI;

/// Which addresses we push to. They come from browsers, and so from anybody: without a look at them our server could
/// be made to call into its own network.
interface Endpoints {
    /// Whether this address may be called now.
    boolean allowed(URI address);
}

package dev.parley.load.net;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/// Carries one direction of a connection until it ends.
public interface Relay {
    /// Everything at once, as it comes.
    Relay PLAIN = InputStream::transferTo;

    void carry(InputStream from, OutputStream to) throws IOException;
}

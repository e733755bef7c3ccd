package dev.parley.load.wire;

/// Whoever speaks through a socket. All calls come from the socket's event loop.
public interface SocketListener {
    /// The handshake is done; the first frame may be sent.
    void opened(Socket socket);

    /// A text message; it stands in `bytes` from 0 to `length`, until the call returns.
    void text(byte[] bytes, int length);

    /// The connection is gone, whoever ended it, or never came about.
    void closed(String why);
}

package dev.parley.gateway;

/// The way frames go out: a socket, or a poll. Called on the hub's event loop only; never blocks.
interface Transport {
    void write(String frame);

    /// Whether the peer is not reading fast enough: then only what it asked for is written, and entries wait behind
    /// its bookmark.
    boolean full();

    /// Calls `then` once when `full` has become false; replaces an earlier one.
    void whenDrained(Runnable then);

    /// Asks the peer for a sign of life; `heard` is told by whoever owns the transport.
    void ping();

    void close(int code);
}

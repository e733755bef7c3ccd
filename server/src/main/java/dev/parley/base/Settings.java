package dev.parley.base;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/// What an operator may change. The key `db.url` is `PARLEY_DB_URL` in the environment and `db.url` in
/// `parley.properties`. A new member needs a line in `docs/operations.md`; a test compares them.
@ConfigMapping(prefix = "parley")
public interface Settings {
    int HIGHEST_PORT = 65_535;

    /// Where HTTP and the socket are served.
    @WithDefault("8080")
    @Between(min = 1, max = HIGHEST_PORT)
    int port();

    /// Where `--demo` serves its shop, another site that embeds the widget; without it, the port behind `port`.
    @Between(min = 1, max = HIGHEST_PORT)
    OptionalInt demoPort();

    /// Where the embedded PostgreSQL keeps its files.
    @WithDefault("data")
    Path dataDir();

    /// The address people type, if it is not `http://localhost:PORT`. It decides which Origin is our own and whether
    /// cookies are Secure.
    Optional<String> publicUrl();

    /// Whether a proxy in front says for whom it asks (`X-Forwarded-For`, `-Proto`). Without it everybody behind the
    /// proxy
    /// shares one address, and the limits for each address.
    @WithDefault("false")
    boolean behindProxy();

    Db db();

    Mail mail();

    /// Rate and sign-in limits. Off only for load tests on a closed network.
    @WithDefault("on")
    boolean limits();

    /// Whether an agent who signs in keeps the availability "external"; otherwise it falls back to "internal".
    @WithDefault("false")
    boolean keepExternal();

    /// How long without input until an agent is shown as away.
    @WithDefault("5m")
    Duration idleAgent();

    /// How long without input until a customer user or public user is shown as away.
    @WithDefault("5m")
    Duration idleCustomer();

    /// Threads that commit messages, each many at a time.
    @WithDefault("1")
    @Between(min = 1, max = 8)
    int writers();

    /// Event loops that serve HTTP and sockets.
    @WithDefault("1")
    @Between(min = 1, max = 64)
    int eventLoops();

    /// How long sockets are told to go, spread over this time, before the server ends.
    @WithDefault("20s")
    @Between(min = 0, max = 20)
    Duration drain();

    Rate rate();

    SignIn signIn();

    Session session();

    PublicChats publicChats();

    /// How fast messages may be sent: so many at once, then so many a second.
    interface Rate {
        @WithDefault("60")
        @Between(min = 1, max = 10_000)
        int agentBurst();

        @WithDefault("5")
        @Between(min = 1, max = 1_000)
        int agentPerSecond();

        @WithDefault("20")
        @Between(min = 1, max = 10_000)
        int customerBurst();

        @WithDefault("2")
        @Between(min = 1, max = 1_000)
        int customerPerSecond();

        @WithDefault("10")
        @Between(min = 1, max = 10_000)
        int publicBurst();

        @WithDefault("1")
        @Between(min = 1, max = 1_000)
        int publicPerSecond();
    }

    /// Wrong passwords of one account or address: how many are free, and for how long they are remembered.
    interface SignIn {
        @WithDefault("5")
        @Between(min = 1, max = 100)
        int wrong();

        @WithDefault("15m")
        @Between(min = 60, max = 86_400)
        Duration window();
    }

    /// How long a session lives unused, and how long at most.
    interface Session {
        @WithDefault("30m")
        @Between(min = 60, max = 2_592_000)
        Duration agentIdle();

        @WithDefault("12h")
        @Between(min = 60, max = 2_592_000)
        Duration agentLongest();

        @WithDefault("60m")
        @Between(min = 60, max = 2_592_000)
        Duration customerIdle();

        @WithDefault("24h")
        @Between(min = 60, max = 2_592_000)
        Duration customerLongest();

        /// Somebody without an account, after his last line.
        @WithDefault("24h")
        @Between(min = 60, max = 2_592_000)
        Duration publicIdle();
    }

    /// How many chats without an account may be started from one address.
    interface PublicChats {
        @WithDefault("3")
        @Between(min = 1, max = 10_000)
        int inTenMinutes();

        @WithDefault("20")
        @Between(min = 1, max = 100_000)
        int aDay();
    }

    /// An own PostgreSQL, 16 or newer. Without `url`, the embedded one is started.
    interface Db {
        Optional<String> url();

        Optional<String> user();

        Optional<String> password();

        /// Connections to it at most.
        @WithDefault("12")
        @Between(min = 4, max = 200)
        int connections();
    }

    /// The mail server that mail is handed to. Without `host` nothing is mailed.
    interface Mail {
        Optional<String> host();

        @WithDefault("587")
        @Between(min = 1, max = HIGHEST_PORT)
        int port();

        Optional<String> user();

        Optional<String> password();

        /// The sender; without it, `parley` at the host of the public URL.
        Optional<String> from();

        /// `starttls`, `tls` from the first byte, or `off`.
        @WithDefault("starttls")
        String tls();
    }

    /// The least and the most a number may be; of a duration, its seconds.
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.METHOD)
    @interface Between {
        long min();

        long max();
    }

    /// Who our mail comes from.
    default String mailFrom() {
        return mail().from().orElse("parley@" + URI.create(address()).getHost());
    }

    /// Where the demo shop is served.
    default int shopPort() {
        return demoPort().orElse(port() < HIGHEST_PORT ? port() + 1 : port() - 1);
    }

    /// The address people reach this server at, without a slash at its end.
    default String address() {
        return publicUrl().orElse("http://localhost:" + port());
    }
}

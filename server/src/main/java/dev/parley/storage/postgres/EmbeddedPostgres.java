package dev.parley.storage.postgres;

import dev.parley.base.CannotStart;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import org.jboss.logging.Logger;

/// The PostgreSQL in a data folder: started, kept running, ended with the server. It is durable as any other (fsync
/// and synchronous_commit are on), and the folder belongs to one server at a time.
public final class EmbeddedPostgres implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(EmbeddedPostgres.class);
    private static final Duration WATCH = Duration.ofSeconds(30);
    private static final Duration BETWEEN_RESTARTS = Duration.ofSeconds(1);
    private static final long LOG_BYTES = 10_000_000;

    private final FolderLock lock;
    private final Cluster cluster;
    private final Binaries binaries;
    private final Account account;
    private final Thread watch;

    // Guarded by this.
    private Postmaster postmaster;
    private boolean closed;

    private EmbeddedPostgres(FolderLock lock, Path folder) {
        this.lock = lock;
        this.account = Account.fitting();
        this.binaries = Binaries.in(folder);
        this.cluster = Cluster.in(folder, binaries, account);
        new Orphans(cluster.folder()).end();
        trimLog();
        this.postmaster = Postmaster.start(cluster, binaries, account, () -> Port.choose(folder));
        this.watch = Thread.ofVirtual().name("postgres-watch").unstarted(this::keepRunning);
    }

    /// Starts it in `folder`, made if it is not there, and returns when it takes connections.
    public static EmbeddedPostgres start(Path folder) {
        Path absolute = folder.toAbsolutePath().normalize();
        FolderLock lock = FolderLock.take(absolute);
        try {
            var postgres = new EmbeddedPostgres(lock, absolute);
            postgres.watch.start();
            return postgres;
        } catch (RuntimeException failed) {
            lock.close();
            throw failed;
        }
    }

    public synchronized String url() {
        return "jdbc:postgresql://127.0.0.1:" + postmaster.port() + "/" + Postmaster.DATABASE;
    }

    public String user() {
        return Cluster.USER;
    }

    public String password() {
        return cluster.password();
    }

    @Override
    public void close() {
        synchronized (this) {
            if (closed) {
                return;
            }
            closed = true;
            postmaster.stop();
        }
        watch.interrupt();
        lock.close();
    }

    /// Lets go of it without ending it, as a killed server does.
    synchronized void abandon() {
        closed = true;
        watch.interrupt();
        lock.close();
    }

    private void keepRunning() {
        try {
            while (!closed()) {
                if (current().ended(WATCH)) {
                    restart();
                }
                trimLog();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized boolean closed() {
        return closed;
    }

    private synchronized Postmaster current() {
        return postmaster;
    }

    private synchronized void restart() throws InterruptedException {
        if (closed) {
            return;
        }
        LOG.error("PostgreSQL ended by itself and is started again; its log is " + cluster.log());
        int port = postmaster.port();
        try {
            new Orphans(cluster.folder()).end();
            postmaster = Postmaster.start(cluster, binaries, account, () -> port);
        } catch (CannotStart failed) {
            LOG.error(failed.getMessage());
            wait(BETWEEN_RESTARTS.toMillis());
        }
    }

    /// The log is appended to by PostgreSQL itself, so that it survives us; beyond its bound it moves aside once.
    private void trimLog() {
        Path log = cluster.log();
        try {
            if (Files.exists(log) && Files.size(log) > LOG_BYTES) {
                Files.copy(log, log.resolveSibling("postgres.log.1"), StandardCopyOption.REPLACE_EXISTING);
                FileChannel.open(log, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)
                        .close();
            }
        } catch (IOException failed) {
            LOG.warnf("the log %s cannot be kept short: %s", log, failed.getMessage());
        }
    }
}

package dev.parley.load.desk;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.Map;
import java.util.Optional;

/// The desk under load: one that already runs, or one that was started for this run.
public final class Desk implements AutoCloseable {
    private static final String ADMIN = "bench-admin@example.org";
    private static final String PASSWORD = "short-lived, so any words will do";

    private final Api api;
    private final String adminToken;
    private final Optional<ServerProcess> own;
    private final Optional<Long> serverPid;

    private Desk(Api api, String adminToken, Optional<ServerProcess> own, Optional<Long> serverPid) {
        this.api = api;
        this.adminToken = adminToken;
        this.own = own;
        this.serverPid = serverPid;
    }

    /// A running desk, entered with an administrator's login. The CPU of its server is known if its process id is.
    public static Desk running(URI url, String login, String password, Optional<Long> serverPid) {
        Api api = new Api(url);
        return new Desk(api, signIn(api, login, password), Optional.empty(), serverPid);
    }

    /// A fresh desk on a server that was prepared for this run; closing the desk ends the server.
    public static Desk fresh(ServerProcess server) {
        server.start();
        Map<String, Object> setup = Map.of(
                "code", server.setupCode(),
                "firstName", "Bench",
                "lastName", "Admin",
                "email", ADMIN,
                "password", PASSWORD,
                "deskName", "Bench",
                "timeZone", "UTC");
        server.api().post("", "/setup", setup);
        String token = signIn(server.api(), ADMIN, PASSWORD);
        return new Desk(server.api(), token, Optional.of(server), Optional.empty());
    }

    public Api api() {
        return api;
    }

    public URI url() {
        return api.desk();
    }

    public Staff staff(String run) {
        return new Staff(api, adminToken, run);
    }

    /// The server, if it is ours to stop and kill.
    public Optional<ServerProcess> server() {
        return own;
    }

    /// The server, without which what is asked for cannot be done.
    public ServerProcess ownServer() {
        return own.orElseThrow(() -> new BenchFailure("only an own server can be ill-treated; leave --url out"));
    }

    public Optional<Long> serverPid() {
        return own.map(ServerProcess::pid).or(() -> serverPid);
    }

    /// CPU time of server, database and generator so far.
    public Cpu cpu() {
        return new Cpu(
                serverPid().map(Processes::cpuMillis).orElse(Processes.UNKNOWN),
                own.flatMap(server -> server.database().postmaster())
                        .map(Processes::cpuMillisWithChildren)
                        .orElse(Processes.UNKNOWN),
                Processes.cpuMillis(ProcessHandle.current().pid()));
    }

    @Override
    public void close() {
        own.ifPresentOrElse(ServerProcess::close, api::close);
    }

    private static String signIn(Api api, String login, String password) {
        JsonNode answer =
                api.post("", "/session", Map.of("as", "agent", "login", login, "password", password, "token", true));
        return answer.path("token").asText();
    }
}

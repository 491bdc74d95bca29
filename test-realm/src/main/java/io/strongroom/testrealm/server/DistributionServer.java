package io.strongroom.testrealm.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** Keycloak's own distribution, run as a process of this machine. */
public final class DistributionServer implements KeycloakServer {
    private static final Duration START_TIMEOUT = Duration.ofMinutes(4);

    private final ManagedProcess process;
    private final URI baseUrl;
    private final Path log;

    private DistributionServer(ManagedProcess process, URI baseUrl, Path log) {
        this.process = process;
        this.baseUrl = baseUrl;
        this.log = log;
    }

    /** Returns when the server responds. Fails with the end of its log if it doesn't start. */
    public static DistributionServer start(ServerOptions options) {
        try {
            return start(ServerHome.prepare(options), options);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static DistributionServer start(ServerHome home, ServerOptions options) {
        try {
            importRealms(home, options);
            int port = options.port() == 0 ? Ports.free() : options.port();
            Path log = Files.createDirectories(Layout.target().resolve("logs")).resolve("keycloak-" + port + ".log");
            ManagedProcess process = ManagedProcess.start(home.script(), options.startArguments(port), log);
            DistributionServer server = new DistributionServer(process, URI.create("http://localhost:" + port), log);
            server.awaitReady();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void importRealms(ServerHome home, ServerOptions options) throws IOException {
        for (ServerOptions.RealmFile realm : options.realms()) {
            Files.createDirectories(home.realms());
            Files.writeString(home.realms().resolve(realm.name() + ".json"), realm.json());
        }
    }

    private void awaitReady() {
        try {
            Readiness.await(baseUrl, START_TIMEOUT, process::isAlive);
        } catch (IllegalStateException e) {
            process.stop();
            throw new IllegalStateException(e.getMessage() + "\n" + ManagedProcess.tail(log), e);
        }
    }

    @Override
    public URI baseUrl() {
        return baseUrl;
    }

    @Override
    public String log() {
        return ManagedProcess.read(log);
    }

    /** The file that {@link #log()} reads. */
    public Path logFile() {
        return log;
    }

    @Override
    public void close() {
        process.stop();
    }
}

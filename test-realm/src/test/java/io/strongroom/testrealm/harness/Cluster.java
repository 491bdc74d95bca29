package io.strongroom.testrealm.harness;

import static org.awaitility.Awaitility.await;

import io.strongroom.testrealm.server.DistributionServer;
import io.strongroom.testrealm.server.KeycloakServer;
import io.strongroom.testrealm.server.Ports;
import io.strongroom.testrealm.server.ServerOptions;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Two clustered nodes on one PostgreSQL, each on its own port. */
public final class Cluster implements AutoCloseable {
    private static final Duration TIMEOUT = Duration.ofMinutes(1);

    private final EmbeddedPostgres database;
    private final List<KeycloakServer> nodes = new ArrayList<>();

    private Cluster(EmbeddedPostgres database) {
        this.database = database;
    }

    public static Cluster start() throws IOException {
        Cluster cluster = new Cluster(EmbeddedPostgres.start());
        try {
            for (int node = 0; node < 2; node++) {
                cluster.nodes.add(DistributionServer.start(cluster.options()));
            }
            await("two nodes that see each other")
                    .atMost(TIMEOUT)
                    .until(() -> cluster.nodes.stream()
                            .allMatch(node -> node.log().matches("(?s).*ISPN00009[34].*\\(2\\).*")));
            return cluster;
        } catch (RuntimeException e) {
            cluster.close();
            throw e;
        }
    }

    private ServerOptions options() {
        return Harness.withVonage(ServerOptions.onPostgres(database.getJdbcUrl("postgres", "postgres"), "postgres"))
                .withOption("--cache=ispn")
                .withOption("--cache-embedded-network-bind-address=127.0.0.1")
                .withOption("--cache-embedded-network-bind-port=" + Ports.free());
    }

    public KeycloakServer node(int index) {
        return nodes.get(index);
    }

    /** The same address at this node. */
    public URI at(int index, URI address) {
        return URI.create(address.toString()
                .replaceFirst(
                        "^http://localhost:[0-9]+", nodes.get(index).baseUrl().toString()));
    }

    @Override
    public void close() {
        nodes.forEach(KeycloakServer::close);
        try {
            database.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

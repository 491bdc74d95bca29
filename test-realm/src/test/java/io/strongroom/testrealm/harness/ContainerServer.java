package io.strongroom.testrealm.harness;

import com.github.dockerjava.api.model.AccessMode;
import com.github.dockerjava.api.model.Bind;
import com.github.dockerjava.api.model.Volume;
import dasniko.testcontainers.keycloak.KeycloakContainer;
import io.strongroom.testrealm.server.KeycloakServer;
import io.strongroom.testrealm.server.Layout;
import io.strongroom.testrealm.server.Ports;
import io.strongroom.testrealm.server.Readiness;
import io.strongroom.testrealm.server.ServerOptions;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.images.PullPolicy;
import org.testcontainers.images.builder.Transferable;
import org.testcontainers.utility.DockerImageName;

/**
 * Keycloak's own container image. It shares the host's network, because the product uses plain http to a vendor only
 * on loopback, where the tests simulate the vendor.
 */
final class ContainerServer implements KeycloakServer {
    private static final Duration START_TIMEOUT = Duration.ofMinutes(4);

    private final KeycloakContainer container;
    private final URI baseUrl;

    private ContainerServer(KeycloakContainer container, URI baseUrl) {
        this.container = container;
        this.baseUrl = baseUrl;
    }

    static ContainerServer start(ServerOptions options) {
        int port = options.port() == 0 ? Ports.free() : options.port();
        DockerImageName image =
                DockerImageName.parse("quay.io/keycloak/keycloak:" + System.getProperty("keycloak.version"));
        @SuppressWarnings("resource") // closed by this class' close, or by the test run's end
        KeycloakContainer container = new KeycloakContainer(image.asCanonicalNameString())
                .withImagePullPolicy(PullPolicy.defaultPolicy())
                .withNetworkMode("host")
                .withRamPercentage(2, 20)
                .withAdminUsername(ADMIN_USER)
                .withAdminPassword(ADMIN_PASSWORD)
                .withProviderLibsFrom(Stream.concat(Stream.of(Layout.shippedJar()), options.providers().stream())
                        .map(Path::toFile)
                        .toList())
                .waitingFor(Wait.forLogMessage(".*Listening on: http://.*", 1).withStartupTimeout(START_TIMEOUT));
        container.setExposedPorts(List.of()); // no port is mapped on the host's network, so there is none to wait for
        if (!options.devMode()) {
            container.withProductionMode();
            options.buildOptions().forEach(container::withCustomCommand);
        }
        options.startArguments(port).stream()
                .skip(options.devMode() ? 1 : 2)
                .filter(argument -> !"--import-realm".equals(argument)) // the container always has it
                .forEach(container::withCustomCommand);
        if (!options.hasMetrics()) {
            container.withCustomCommand("--http-management-port=" + Ports.free());
        }
        options.realms()
                .forEach(realm -> container.withCopyToContainer(
                        Transferable.of(realm.json()), "/opt/keycloak/data/import/" + realm.name() + ".json"));
        // Testcontainers would first try it with its own image, which not every machine can pull.
        Bind[] directories =
                options.directories().stream().map(ContainerServer::readOnly).toArray(Bind[]::new);
        container.withCreateContainerCmdModifier(
                command -> command.getHostConfig().withBinds(directories));
        container.start();
        ContainerServer server = new ContainerServer(container, URI.create("http://localhost:" + port));
        Readiness.await(server.baseUrl, START_TIMEOUT, container::isRunning); // it listens before it has booted
        return server;
    }

    private static Bind readOnly(Path directory) {
        return new Bind(directory.toString(), new Volume(directory.toString()), AccessMode.ro);
    }

    @Override
    public URI baseUrl() {
        return baseUrl;
    }

    @Override
    public String log() {
        return container.getLogs();
    }

    @Override
    public void close() {
        container.stop();
    }
}

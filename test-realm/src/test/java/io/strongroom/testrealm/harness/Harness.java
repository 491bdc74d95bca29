package io.strongroom.testrealm.harness;

import io.strongroom.testrealm.server.DistributionServer;
import io.strongroom.testrealm.server.KeycloakServer;
import io.strongroom.testrealm.server.ServerOptions;

/**
 * What all tests of a run share: one Keycloak, started at first use, and one Vonage. They end with the JVM. Tests keep apart by their
 * realms and phone numbers.
 */
public final class Harness {
    private Harness() {}

    public static Vonage vonage() {
        return VonageHolder.VONAGE;
    }

    public static KeycloakServer server() {
        return ServerHolder.SERVER;
    }

    public static Admin admin() {
        return ServerHolder.ADMIN;
    }

    /** How the shared server is started: production mode, messages through Vonage's SMS API. */
    public static ServerOptions options() {
        return withVonage(ServerOptions.production()).with(BoundAtStart.file());
    }

    public static ServerOptions withVonage(ServerOptions options) {
        return options.withBuildOption("--spi-sms-gateway--provider-default=vonage-sms")
                .withOption("--spi-sms-gateway--vonage-sms--api-key=" + Vonage.API_KEY)
                .withOption("--spi-sms-gateway--vonage-sms--api-secret=" + Vonage.API_SECRET)
                .withOption("--spi-sms-gateway--vonage-sms--base-uri=" + vonage().baseUri())
                .withOption("--spi-sms-gateway--vonage-sms--timeout-millis=2000")
                .withLogLevels("INFO,io.strongroom:DEBUG");
    }

    /** A server of one's own, of the kind that {@code -Dkeycloak.server} names. Close it. */
    public static KeycloakServer start(ServerOptions options) {
        String kind = System.getProperty("keycloak.server", "distribution");
        return switch (kind) {
            case "distribution" -> DistributionServer.start(options);
            case "container" -> ContainerServer.start(options);
            default ->
                throw new IllegalArgumentException("-Dkeycloak.server is distribution or container, not " + kind);
        };
    }

    private static final class VonageHolder {
        static final Vonage VONAGE = Vonage.start();
    }

    private static final class ServerHolder {
        static final KeycloakServer SERVER = start(options());
        static final Admin ADMIN = new Admin(SERVER.baseUrl());
    }
}

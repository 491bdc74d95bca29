package io.strongroom.testrealm.harness;

import io.strongroom.testrealm.mail.MailServer;
import io.strongroom.testrealm.server.DistributionServer;
import io.strongroom.testrealm.server.KeycloakServer;
import io.strongroom.testrealm.server.Ports;
import io.strongroom.testrealm.server.ServerOptions;

/**
 * What all tests of a run share: one Keycloak, started at first use, one Vonage and one mail server. They end with the JVM. Tests keep apart by their
 * realms and phone numbers.
 */
public final class Harness {
    private Harness() {}

    public static Vonage vonage() {
        return VonageHolder.VONAGE;
    }

    public static SecondVendor secondVendor() {
        return SecondVendorHolder.VENDOR;
    }

    public static Mailbox mailbox() {
        return MailboxHolder.MAILBOX;
    }

    public static KeycloakServer server() {
        return ServerHolder.SERVER;
    }

    public static Admin admin() {
        return ServerHolder.ADMIN;
    }

    /** How the shared server is started: production mode, messages through Vonage's SMS API, or a second vendor, with metrics. */
    public static ServerOptions options() {
        return secondVendor().addTo(withMetrics(ServerHolder.MANAGEMENT_PORT));
    }

    /** The same for a server of one's own: it is built once for both. */
    public static ServerOptions withMetrics(int managementPort) {
        return withVonage(ServerOptions.production()).withMetrics(managementPort);
    }

    /** The metrics of the shared server. */
    public static Metrics metrics() {
        server();
        return new Metrics(ServerHolder.MANAGEMENT_PORT);
    }

    public static ServerOptions withVonage(ServerOptions options) {
        return options.withBuildOption("--spi-sms-gateway--provider-default=vonage-sms")
                .withOption("--spi-sms-gateway--vonage-sms--api-key=" + Vonage.API_KEY)
                .withOption("--spi-sms-gateway--vonage-sms--api-secret=" + Vonage.API_SECRET)
                .withOption("--spi-sms-gateway--vonage-sms--base-uri=" + vonage().baseUri())
                .withOption("--spi-sms-gateway--vonage-sms--timeout-millis=2000")
                .withLogLevels("INFO,io.strongroom:DEBUG,io.strongroom.shaded:INFO");
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

    private static final class SecondVendorHolder {
        static final SecondVendor VENDOR = SecondVendor.start();
    }

    private static final class MailboxHolder {
        static final Mailbox MAILBOX = new Mailbox(MailServer.start());
    }

    private static final class ServerHolder {
        static final int MANAGEMENT_PORT = Ports.free();
        static final KeycloakServer SERVER = start(options());
        static final Admin ADMIN = new Admin(SERVER.baseUrl());
    }
}

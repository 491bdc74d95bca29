package io.strongroom.testrealm.harness;

import io.strongroom.testrealm.mail.MailServer;
import io.strongroom.testrealm.server.DistributionServer;
import io.strongroom.testrealm.server.KeycloakServer;
import io.strongroom.testrealm.server.Layout;
import io.strongroom.testrealm.server.Ports;
import io.strongroom.testrealm.server.ServerOptions;

/**
 * Shared by all tests of a run: one Keycloak, started at first use, one server that simulates all vendors, and one
 * mail server. They end with the JVM. Separate realms and phone numbers keep tests apart.
 */
public final class Harness {
    /** Lock of the classes that start a server in addition to the shared one: one at a time. */
    public static final String OWN_SERVER = "a server of its own";

    private Harness() {}

    public static Vonage vonage() {
        return VonageHolder.VONAGE;
    }

    /** Plays Vonage's Messages API, for realms whose gateway is {@code vonage-messages}. */
    public static JsonVendor vonageMessages() {
        return VonageHolder.MESSAGES;
    }

    /** The target of the shared server's gateway {@code webhook}, with the vault's secret {@code webhook-token}. */
    public static JsonVendor webhook() {
        return VonageHolder.WEBHOOK;
    }

    /** Files that the shared server reads. */
    public static ServerFiles files() {
        return FilesHolder.FILES;
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

    /**
     * Options of a test's own server: production mode, messages through Vonage's SMS API, metrics on a separate port.
     */
    public static ServerOptions options() {
        return withMetrics(Ports.free());
    }

    /** The same, with metrics on a port that the caller knows. */
    public static ServerOptions withMetrics(int managementPort) {
        return withVonage(ServerOptions.production()).withMetrics(managementPort);
    }

    /** The metrics of the shared server. */
    public static Metrics metrics() {
        server();
        return new Metrics(ServerHolder.MANAGEMENT_PORT);
    }

    /**
     * Each of the tests' hundreds of realms adds twenty roles to the administrator's. They don't fit into Keycloak's default
     * cache of 10,000 entries, so requests of the administrator would reload them.
     */
    private static ServerOptions withManyRealms(ServerOptions options) {
        return options.withOption("--cache-embedded-realms-max-count=100000");
    }

    private static ServerOptions withOtherGateways(ServerOptions options) {
        return options.withThemes(Layout.target().resolve("test-classes/themes"))
                .withDirectory(files().directory())
                .withOption("--vault-dir=" + files().vault())
                .withOption("--spi-sms-gateway--vonage-messages--application-id=aaaaaaaa-bbbb-4ccc-8ddd-0123456789ab")
                .withOption("--spi-sms-gateway--vonage-messages--private-key-path=" + files().privateKey())
                .withOption("--spi-sms-gateway--vonage-messages--base-uri=" + vonage().baseUri())
                .withOption("--spi-sms-gateway--webhook--url=" + vonage().baseUri() + "/hook/{tenant}")
                .withOption("--spi-sms-gateway--webhook--allow-private-addresses=true")
                .withOption("--spi-sms-gateway--webhook--headers="
                        + "{\"Authorization\":\"Bearer $${vault.webhook-token}\"}")
                .withOption("--spi-sms-gateway--webhook--body={\"to\":\"{to}\",\"text\":\"{text}\"}")
                .withOption("--spi-sms-gateway--webhook--success-pointer=/status")
                .withOption("--spi-sms-gateway--webhook--success-values=queued");
    }

    public static ServerOptions withVonage(ServerOptions options) {
        return options.withBuildOption("--spi-sms-gateway--provider-default=vonage-sms")
                .withBuildOption("--vault=file")
                .withOption("--spi-sms-gateway--vonage-sms--api-key=" + Vonage.API_KEY)
                .withOption("--spi-sms-gateway--vonage-sms--api-secret=" + Vonage.API_SECRET)
                .withOption("--spi-sms-gateway--vonage-sms--base-uri=" + vonage().baseUri())
                .withOption("--spi-sms-gateway--vonage-sms--timeout-millis=2000")
                .withLogLevels(
                        "INFO,io.strongroom:DEBUG,io.strongroom.shaded:INFO,org.apache.http:DEBUG,org.keycloak.vault:DEBUG");
    }

    /** Starts a server for one test class, of the kind that {@code -Dkeycloak.server} names. The caller closes it. */
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
        static final JsonVendor MESSAGES = JsonVendor.on(
                VONAGE.wireMock(), "/v1/messages", "{\"message_uuid\":\"11111111-2222-4333-8444-555555555555\"}", "");
        static final JsonVendor WEBHOOK = JsonVendor.on(VONAGE.wireMock(), "/hook/.+", "{\"status\":\"queued\"}", "+");
    }

    private static final class FilesHolder {
        static final ServerFiles FILES = ServerFiles.create();
    }

    private static final class MailboxHolder {
        static final Mailbox MAILBOX = new Mailbox(MailServer.start());
    }

    private static final class ServerHolder {
        static final int MANAGEMENT_PORT = Ports.free();
        static final KeycloakServer SERVER = start(
                withManyRealms(withOtherGateways(withMetrics(MANAGEMENT_PORT)).with(BoundAtStart.file())));
        static final Admin ADMIN = new Admin(SERVER.baseUrl());
    }
}

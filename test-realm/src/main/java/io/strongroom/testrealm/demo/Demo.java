package io.strongroom.testrealm.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.strongroom.testrealm.mail.MailServer;
import io.strongroom.testrealm.server.DistributionServer;
import io.strongroom.testrealm.server.KeycloakServer;
import io.strongroom.testrealm.server.Layout;
import io.strongroom.testrealm.server.Ports;
import io.strongroom.testrealm.server.ServerOptions;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Keycloak with the demo realms, whose text messages and e-mails arrive on pages, and an application to sign in to. */
public final class Demo implements AutoCloseable {
    private static final int KEYCLOAK_PORT = 8080;
    private static final int APPLICATION_PORT = 8090;

    private static final ObjectMapper JSON = new ObjectMapper();

    private final DistributionServer keycloak;
    private final DemoApplication application;
    private final MailServer mail;

    private Demo(DistributionServer keycloak, DemoApplication application, MailServer mail) {
        this.keycloak = keycloak;
        this.application = application;
        this.mail = mail;
    }

    /** Starts on the usual ports if they are free. Returns when both respond. */
    public static Demo start() {
        return start(Ports.freeOr(KEYCLOAK_PORT), Ports.freeOr(APPLICATION_PORT));
    }

    /** Starts on free ports. */
    public static Demo startAnywhere() {
        return start(Ports.free(), Ports.free());
    }

    private static Demo start(int keycloakPort, int applicationPort) {
        ServerOptions options = ServerOptions.development()
                .onPort(keycloakPort)
                .withThemes(themes())
                .withBuildOption("--spi-sms-gateway--provider-default=inbox");
        MailServer mail = MailServer.start();
        for (Tenant tenant : Tenant.ALL) {
            options = options.withRealm(tenant.realm(), realm(tenant, mail));
        }
        DistributionServer keycloak = DistributionServer.start(options);
        try {
            AdminConsole.switchOn(keycloak.baseUrl());
            return new Demo(keycloak, DemoApplication.start(keycloak.baseUrl(), applicationPort, mail), mail);
        } catch (IOException e) {
            keycloak.close();
            throw new UncheckedIOException(e);
        }
    }

    /** Contains {@code brand}, a company's own theme. */
    private static Path themes() {
        return Layout.target().resolve("classes/themes");
    }

    private static String realm(Tenant tenant, MailServer mail) {
        try {
            JsonNode realm = JSON.readTree(resource("/realms/" + tenant.realm() + ".json"));
            ((ObjectNode) realm).set("smtpServer", JSON.valueToTree(mail.realmSetting()));
            return realm.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public KeycloakServer keycloak() {
        return keycloak;
    }

    /** The list of users. */
    public URI application() {
        return application.uri();
    }

    /** Leads straight to the login page, with the user's name filled in. */
    public URI login(String user) {
        return application.uri().resolve("/login/" + DemoUser.named(user).name());
    }

    /** Where e-mails of all realms are shown. */
    public URI mails() {
        return application.uri().resolve("/mails");
    }

    /** Where the messages of a realm are shown. */
    public URI inbox(String realm) {
        return inbox(keycloak.baseUrl(), realm);
    }

    static URI inbox(URI keycloak, String realm) {
        return URI.create(keycloak + "/realms/" + realm + "/sms-inbox");
    }

    /** What a first-time user needs to know. */
    String welcome() {
        StringBuilder text = new StringBuilder("\nThe Strongroom demo runs. Stop it with Ctrl-C.\n\n");
        text.append("  Start here      ").append(login("anna")).append('\n');
        text.append("                  password ")
                .append(DemoUser.PASSWORD)
                .append("; the code arrives at ")
                .append(inbox("open"))
                .append("\n\n");
        for (Tenant tenant : Tenant.ALL) {
            text.append("  ").append(tenant.title()).append('\n');
            tenant.users()
                    .forEach(user -> text.append(String.format("    %-6s %s%n", user.name(), login(user.name())))
                            .append(String.format("           %s%n", user.story())));
            text.append("    text messages: ").append(inbox(tenant.realm())).append("\n\n");
        }
        text.append("  All users       ").append(application()).append("  (password of each: ");
        text.append(DemoUser.PASSWORD).append(")\n");
        text.append("  E-mails         ").append(mails()).append('\n');
        text.append("  Admin console   ").append(keycloak.baseUrl()).append("/admin/  (");
        text.append(KeycloakServer.ADMIN_USER + " / " + KeycloakServer.ADMIN_PASSWORD);
        text.append("): choose a realm, then Two-factor\n");
        text.append("  Theme of acme   ").append(themes().resolve("brand")).append("  (docs/theming.md)\n");
        text.append("  Server log      ").append(keycloak.logFile()).append('\n');
        return text.toString();
    }

    @Override
    public void close() {
        application.close();
        keycloak.close();
        mail.close();
    }

    static String resource(String name) {
        try (InputStream stream = Demo.class.getResourceAsStream(name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

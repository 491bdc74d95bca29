package io.strongroom.testrealm.harness;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.strongroom.testrealm.http.FormCodec;
import io.strongroom.testrealm.server.KeycloakServer;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.keycloak.representations.idm.AdminEventRepresentation;
import org.keycloak.representations.idm.ClientRepresentation;
import org.keycloak.representations.idm.CredentialRepresentation;
import org.keycloak.representations.idm.EventRepresentation;
import org.keycloak.representations.idm.GroupRepresentation;
import org.keycloak.representations.idm.RealmRepresentation;
import org.keycloak.representations.idm.RoleRepresentation;

/** A test class' own realm on the shared server, created from {@link RealmBlueprint}. */
public final class TestRealm {
    private static final AtomicInteger NUMBERS = new AtomicInteger();
    private static final Duration EVENT_TIMEOUT = Duration.ofSeconds(10);
    private static final String PASSWORD = "correct horse";

    private final KeycloakServer server;
    private final Admin admin;
    private final String name;

    private TestRealm(KeycloakServer server, Admin admin, String name) {
        this.server = server;
        this.admin = admin;
        this.name = name;
    }

    /** A realm without any policy. */
    public static TestRealm create(String label) {
        return create(label, Map.of());
    }

    /** The label is completed to a unique name. */
    public static TestRealm create(String label, Map<String, String> attributes) {
        return create(label, realm -> {
            realm.getAttributes().putAll(attributes);
            return realm;
        });
    }

    public static TestRealm create(String label, UnaryOperator<RealmRepresentation> change) {
        return create(Harness.server(), label, change);
    }

    /** On a server other than the shared one. */
    public static TestRealm create(KeycloakServer server, String label, UnaryOperator<RealmRepresentation> change) {
        Admin admin = server == Harness.server() ? Harness.admin() : new Admin(server.baseUrl());
        TestRealm realm = new TestRealm(server, admin, label + "-" + NUMBERS.incrementAndGet());
        admin.post("", change.apply(RealmBlueprint.of(realm.name)));
        return realm;
    }

    /** The realm of the server's administrators, who may have rights in other realms. */
    public static TestRealm master() {
        return imported("master");
    }

    /** A realm that a server has from its start. */
    public static TestRealm of(KeycloakServer server, String name) {
        return new TestRealm(server, new Admin(server.baseUrl()), name);
    }

    /** The same realm, on the server that uses its database now. */
    public TestRealm on(KeycloakServer other) {
        return new TestRealm(other, new Admin(other.baseUrl()), name);
    }

    /** A realm that the shared server has from its start. */
    static TestRealm imported(String name) {
        return new TestRealm(Harness.server(), Harness.admin(), name);
    }

    public String name() {
        return name;
    }

    /** {@code <server>/realms/<name>}. */
    public URI uri() {
        return URI.create(server.baseUrl() + "/realms/" + name);
    }

    public KeycloakServer server() {
        return server;
    }

    /** The public client. */
    public App app() {
        return app("app");
    }

    /** The client with a secret. */
    public App confidentialApp() {
        return new App(uri(), "confidential-app", RealmBlueprint.CLIENT_SECRET);
    }

    /** Another public client, see {@link #addClient}. */
    public App app(String clientId) {
        return new App(uri(), clientId, null);
    }

    public App addClient(String clientId, UnaryOperator<ClientRepresentation> change) {
        admin.create(path("/clients"), change.apply(RealmBlueprint.client(clientId, null)));
        return app(clientId);
    }

    // Users and groups

    public TestUser addUser(String userName) {
        return addUser(userName, user -> user);
    }

    public TestUser addUser(String userName, UnaryOperator<UserSpec> change) {
        UserSpec spec = change.apply(new UserSpec(userName, PASSWORD));
        TestUser user = new TestUser(admin.create(path("/users"), spec.representation()), userName, PASSWORD);
        spec.realmRoles().forEach(role -> grantRole(user, role));
        spec.authenticators().forEach(authenticator -> authenticator.belongsTo(user.id()));
        return user;
    }

    /** Of a user that was created in another way. */
    public String userId(String userName) {
        return admin.get(path("/users?exact=true&username=" + userName))
                .path(0)
                .path("id")
                .asText();
    }

    public void grantRole(TestUser user, String role) {
        String rolePath = path("/roles/" + FormCodec.encode(role));
        if (admin.send("GET", rolePath, null).status() == 404) {
            admin.post(path("/roles"), Map.of("name", role));
        }
        RoleRepresentation existing = admin.get(rolePath, RoleRepresentation.class);
        admin.post(path("/users/" + user.id() + "/role-mappings/realm"), List.of(existing));
    }

    /** A role of a client, such as {@code realm-admin} of {@code realm-management}. */
    public void grantRole(TestUser user, String clientId, String role) {
        String client = admin.get(path("/clients?clientId=" + clientId))
                .path(0)
                .path("id")
                .asText();
        JsonNode existing = admin.get(path("/clients/" + client + "/roles/" + role));
        admin.post(path("/users/" + user.id() + "/role-mappings/clients/" + client), List.of(existing));
    }

    public TestGroup addGroup(String groupName, Map<String, String> attributes) {
        return new TestGroup(
                admin.create(path("/groups"), RealmBlueprint.group(groupName, attributes)), "/" + groupName);
    }

    public TestGroup addGroup(TestGroup parent, String groupName, Map<String, String> attributes) {
        String id =
                admin.create(path("/groups/" + parent.id() + "/children"), RealmBlueprint.group(groupName, attributes));
        return new TestGroup(id, parent.path() + "/" + groupName);
    }

    public void join(TestUser user, TestGroup group) {
        admin.put(path("/users/" + user.id() + "/groups/" + group.id()), null);
    }

    public void leave(TestUser user, TestGroup group) {
        admin.delete(path("/users/" + user.id() + "/groups/" + group.id()));
    }

    /** Sets one attribute of the realm and keeps the others; null removes it. */
    public void setAttribute(String attribute, String value) {
        RealmRepresentation realm = admin.get(path(""), RealmRepresentation.class);
        if (value == null) {
            realm.getAttributes().remove(attribute);
        } else {
            realm.getAttributes().put(attribute, value);
        }
        admin.put(path(""), realm);
    }

    /** Makes it send e-mails to {@link Harness#mailbox}. */
    public TestRealm withMail() {
        return withMail(Harness.mailbox().realmSetting());
    }

    /** Makes it send e-mails through this server. */
    public TestRealm withMail(Map<String, String> smtpServer) {
        admin.put(path(""), Map.of("realm", name, "smtpServer", smtpServer));
        return this;
    }

    /** Sets one attribute of a group and keeps the others; null removes it. */
    public void setAttribute(TestGroup group, String attribute, String value) {
        GroupRepresentation existing = admin.get(path("/groups/" + group.id()), GroupRepresentation.class);
        if (value == null) {
            existing.getAttributes().remove(attribute);
        } else {
            existing.singleAttribute(attribute, value);
        }
        admin.put(path("/groups/" + group.id()), existing);
    }

    public List<CredentialRepresentation> credentials(TestUser user) {
        return List.of(admin.get(path("/users/" + user.id() + "/credentials"), CredentialRepresentation[].class));
    }

    /** Those of one type, such as {@code sms-otp}. */
    public List<CredentialRepresentation> credentials(TestUser user, String type) {
        return credentials(user).stream()
                .filter(credential -> type.equals(credential.getType()))
                .toList();
    }

    /** Returns the id of the first of this type; fails if there is none. */
    public String credentialId(TestUser user, String type) {
        return credentials(user, type).get(0).getId();
    }

    /** As an administrator does. */
    public void removeCredential(TestUser user, String credentialId) {
        admin.delete(path("/users/" + user.id() + "/credentials/" + credentialId));
    }

    public JsonNode sessions(TestUser user) {
        return admin.get(path("/users/" + user.id() + "/sessions"));
    }

    /** Ends all sessions of the user, as an administrator does. */
    public void signOut(TestUser user) {
        admin.post(path("/users/" + user.id() + "/logout"), null);
    }

    /** The required actions that are registered in the realm, by alias. */
    public List<String> requiredActions() {
        List<String> aliases = new ArrayList<>();
        admin.get(path("/authentication/required-actions"))
                .forEach(action -> aliases.add(action.path("alias").asText()));
        return aliases;
    }

    // Logging in

    /** A fresh login page of the public client. */
    public Page loginPage(Browser browser) {
        return browser.open(app().authorize()).page();
    }

    /** Opens the login page of the public client, enters user name and password, and returns the landing. */
    public Landing signIn(Browser browser, TestUser user) {
        return signIn(browser, app().authorize(), user);
    }

    public Landing signIn(Browser browser, AuthorizationRequest request, TestUser user) {
        return browser.open(request).page().submit(Map.of("username", user.name(), "password", user.password()));
    }

    /** Starts an impersonation of the user in this browser. */
    public void impersonate(Browser browser, TestUser user) {
        browser.take(admin.act(path("/users/" + user.id() + "/impersonation")));
    }

    // Events

    /** User events, newest first. */
    public List<EventRepresentation> events(TestUser user) {
        return events("/events?max=200&user=" + user.id());
    }

    /** User events of any user, and of none, newest first. */
    public List<EventRepresentation> events() {
        return events("/events?max=200");
    }

    private List<EventRepresentation> events(String query) {
        return List.of(admin.get(path(query), EventRepresentation[].class));
    }

    /** Waits for an event of this type, such as {@code LOGIN}, and returns the newest. */
    public EventRepresentation awaitEvent(TestUser user, String type) {
        return await("event " + type + " of " + user.name())
                .atMost(EVENT_TIMEOUT)
                .until(
                        () -> events(user).stream()
                                .filter(event -> type.equals(event.getType()))
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }

    /** Admin events, newest first. */
    public List<AdminEventRepresentation> adminEvents() {
        return Arrays.asList(admin.get(path("/admin-events?max=200"), AdminEventRepresentation[].class));
    }

    // Anything else

    public Admin admin() {
        return admin;
    }

    /** A path of the admin API below this realm. */
    public String path(String rest) {
        return "/" + name + rest;
    }

    public void delete() {
        admin.delete(path(""));
    }
}

package io.strongroom.testrealm.harness;

import io.strongroom.testrealm.server.ServerOptions.RealmFile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.keycloak.representations.idm.ClientRepresentation;
import org.keycloak.representations.idm.GroupRepresentation;
import org.keycloak.representations.idm.RealmRepresentation;

/** The template of the tests' realms: all events are kept, both clients may use every grant. */
final class RealmBlueprint {
    /** Of {@code confidential-app}. */
    static final String CLIENT_SECRET = "app-secret";

    private RealmBlueprint() {}

    static RealmRepresentation of(String name) {
        RealmRepresentation realm = new RealmRepresentation();
        realm.setRealm(name);
        realm.setDisplayName("Tenant " + name);
        realm.setEnabled(true);
        realm.setSslRequired("none");
        realm.setEventsEnabled(true);
        realm.setEventsListeners(List.of("jboss-logging"));
        realm.setAdminEventsEnabled(true);
        realm.setAdminEventsDetailsEnabled(true);
        realm.setInternationalizationEnabled(true);
        realm.setSupportedLocales(Set.of("en", "de"));
        realm.setDefaultLocale("en");
        realm.setOAuth2DevicePollingInterval(1);
        realm.setComponents(RealmKeys.components());
        // There are hundreds of logins, and the tests don't need Keycloak's expensive password hashing.
        realm.setPasswordPolicy("hashAlgorithm(pbkdf2-sha256) and hashIterations(1)");
        // Most tests end at the application; tests of backup codes ask for some.
        realm.setAttributes(new LinkedHashMap<>(Map.of(
                "twoFactor.backupCodes", "0",
                // All tests come from one address.
                "twoFactor.sms.perAddressPerHour", "1000")));
        realm.setClients(new ArrayList<>(List.of(client("app", null), client("confidential-app", CLIENT_SECRET))));
        return realm;
    }

    /** The file of a realm to be imported at the start. */
    static RealmFile file(String name, UnaryOperator<RealmRepresentation> change) {
        return new RealmFile(name, Json.write(change.apply(of(name))));
    }

    /** @param secret null: a public client */
    static ClientRepresentation client(String id, String secret) {
        ClientRepresentation client = new ClientRepresentation();
        client.setClientId(id);
        client.setEnabled(true);
        client.setPublicClient(secret == null);
        client.setSecret(secret);
        client.setStandardFlowEnabled(true);
        client.setDirectAccessGrantsEnabled(true);
        client.setRedirectUris(List.of("http://app.test/*"));
        client.setAttributes(new LinkedHashMap<>(
                Map.of("oauth2.device.authorization.grant.enabled", "true", "post.logout.redirect.uris", "+")));
        return client;
    }

    static GroupRepresentation group(String name, Map<String, String> attributes) {
        GroupRepresentation group = new GroupRepresentation();
        group.setName(name);
        attributes.forEach(group::singleAttribute);
        return group;
    }
}

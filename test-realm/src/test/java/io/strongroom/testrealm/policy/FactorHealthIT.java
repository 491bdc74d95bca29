package io.strongroom.testrealm.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import io.strongroom.testrealm.harness.Harness;
import io.strongroom.testrealm.harness.TestRealm;
import io.strongroom.testrealm.server.KeycloakServer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.keycloak.representations.idm.RealmRepresentation;

@ResourceLock(Harness.OWN_SERVER)
@Order(4)
@DisplayName("X17 The health findings about factors")
class FactorHealthIT {

    private static List<String> subjects(TestRealm realm) {
        JsonNode findings = realm.admin().get(realm.path("/two-factor/health"));
        return findings.findValuesAsText("what").stream().sorted().toList();
    }

    private static UnaryOperator<RealmRepresentation> with(Map<String, String> attributes, String verification) {
        return realm -> {
            Map<String, String> all = new HashMap<>(attributes);
            all.put("twoFactor.notifyByEmail", "false");
            all.put("twoFactor.ownerRole", "default-roles-" + realm.getRealm());
            realm.getAttributes().putAll(all);
            realm.setWebAuthnPolicyPasswordlessUserVerificationRequirement(verification);
            return realm;
        };
    }

    @Test
    @DisplayName("warn of role methods that have no effect because the policy is off")
    void ineffective() {
        TestRealm realm =
                TestRealm.create("idle", with(Map.of("twoFactor.roleMethods", "realm-admin=passkey"), "required"));

        assertEquals(List.of("twoFactor.roleMethods"), subjects(realm));
        realm.setAttribute("twoFactor.enforcement", "optional");
        assertEquals(List.of(), subjects(realm));
    }

    @Test
    @DisplayName("warn if passkeys need no user verification, since they count as security keys then")
    void verification() {
        TestRealm realm = TestRealm.create(
                "lax",
                with(Map.of("twoFactor.enforcement", "required", "twoFactor.methods", "passkey,totp"), "preferred"));

        assertEquals(List.of("WebAuthn passwordless policy"), subjects(realm));
        realm.setAttribute("twoFactor.methods", "security-key");
        assertEquals(List.of(), subjects(realm));
    }

    @Test
    @DisplayName("warn if the action that sets up an accepted key is disabled, so that the account page can't offer it")
    void actions() {
        TestRealm realm = TestRealm.create(
                "actionless",
                with(
                        Map.of(
                                "twoFactor.enforcement",
                                "required",
                                "twoFactor.roleMethods",
                                "realm-admin=passkey,security-key"),
                        "required"));
        assertEquals(List.of(), subjects(realm));

        for (String action : List.of("webauthn-register", "webauthn-register-passwordless")) {
            String path = realm.path("/authentication/required-actions/" + action);
            Map<String, Object> disabled = new HashMap<>();
            realm.admin().get(path).properties().forEach(field -> disabled.put(field.getKey(), field.getValue()));
            disabled.put("enabled", false);
            realm.admin().put(path, disabled);
        }

        assertEquals(
                List.of("required action webauthn-register", "required action webauthn-register-passwordless"),
                subjects(realm));
    }

    @Test
    @DisplayName("report a role whose methods nobody can set up, because the server has no WebAuthn")
    void featureOff() {
        try (KeycloakServer server =
                Harness.start(Harness.options().withBuildOption("--features-disabled=web-authn,passkeys"))) {
            TestRealm realm = TestRealm.create(
                    server,
                    "keyless",
                    with(
                            Map.of(
                                    "twoFactor.enforcement",
                                    "required",
                                    "twoFactor.roleMethods",
                                    "realm-admin=passkey##offline_access=totp,passkey"),
                            "required"));

            JsonNode findings = realm.admin().get(realm.path("/two-factor/health"));
            List<String> errors = findings.findValuesAsText("message").stream()
                    .filter(message -> message.contains("nobody can set up"))
                    .toList();

            assertEquals(1, errors.size(), findings::toString);
            assertEquals(true, errors.get(0).startsWith("The role realm-admin accepts only methods"), errors::toString);
        }
    }
}

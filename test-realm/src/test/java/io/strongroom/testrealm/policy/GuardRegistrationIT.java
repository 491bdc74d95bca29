package io.strongroom.testrealm.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.strongroom.testrealm.harness.Browser;
import io.strongroom.testrealm.harness.PhoneNumbers;
import io.strongroom.testrealm.harness.TestGroup;
import io.strongroom.testrealm.harness.TestRealm;
import io.strongroom.testrealm.harness.TestUser;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The guard's registration in realms with a policy")
class GuardRegistrationIT {
    private static final String GUARD = "second-factor";
    private static final Map<String, String> REQUIRED =
            Map.of("twoFactor.enforcement", "required", "twoFactor.methods", "sms");

    @Test
    @DisplayName(
            "is enabled before all other actions in a realm created with a policy, and absent in a realm without one")
    void creation() {
        TestRealm with = TestRealm.create("guarded", REQUIRED);

        JsonNode actions = with.admin().get(with.path("/authentication/required-actions"));

        assertEquals(GUARD, actions.get(0).path("alias").asText());
        assertTrue(actions.get(0).path("enabled").asBoolean());
        assertFalse(TestRealm.create("unguarded").requiredActions().contains(GUARD));
    }

    @Test
    @DisplayName(
            "O2 T6 is added and removed with the one attribute that requires two-factor of all users of the tenant")
    void realmAttribute() {
        TestRealm realm = TestRealm.create("switch");

        realm.setAttribute("twoFactor.enforcement", "optional");
        assertTrue(realm.requiredActions().contains(GUARD));
        realm.setAttribute("twoFactor.enforcement", "off");
        assertFalse(realm.requiredActions().contains(GUARD));
        realm.setAttribute("twoFactor.enforcement", "required");
        assertTrue(realm.requiredActions().contains(GUARD));
        realm.setAttribute("twoFactor.enforcement", null);
        assertFalse(realm.requiredActions().contains(GUARD));
        assertFalse(realm.requiredActions().contains("sms-otp-enrol"));
    }

    @Test
    @DisplayName("is added and removed with a data room's attribute, and with the data room")
    void groupAttribute() {
        TestRealm realm = TestRealm.create("roomswitch");
        TestGroup room = realm.addGroup("Room", Map.of("dataRoom", "true"));
        assertFalse(realm.requiredActions().contains(GUARD));

        realm.setAttribute(room, "twoFactor.enforced", "true");
        assertTrue(realm.requiredActions().contains(GUARD));
        realm.setAttribute(room, "twoFactor.enforced", "false");
        assertFalse(realm.requiredActions().contains(GUARD));
        realm.setAttribute(room, "twoFactor.enforced", "true");
        realm.admin().delete(realm.path("/groups/" + room.id()));
        assertFalse(realm.requiredActions().contains(GUARD));
    }

    @Test
    @DisplayName("X1 is restored at once if it is disabled, moved or deleted by hand while there is a policy")
    void heals() {
        TestRealm realm = TestRealm.create("healing", REQUIRED);
        TestUser user = realm.addUser("user", spec -> spec.number(PhoneNumbers.next()));
        String path = realm.path("/authentication/required-actions/" + GUARD);

        ObjectNode guard = realm.admin().get(path).deepCopy();
        guard.put("enabled", false).put("priority", 5000);
        realm.admin().put(path, guard);
        assertEquals(
                "login-strongroom-code",
                realm.signIn(new Browser(), user).page().id());

        realm.admin().post(path + "/lower-priority", null);
        assertEquals(
                GUARD,
                realm.admin()
                        .get(realm.path("/authentication/required-actions"))
                        .get(0)
                        .path("alias")
                        .asText());

        realm.admin().delete(path);
        assertEquals(
                "login-strongroom-code",
                realm.signIn(new Browser(), user).page().id());
    }

    @Test
    @DisplayName("X1 stays first: an action moved before it or to the same priority is moved after it at once")
    void staysFirst() {
        TestRealm realm = TestRealm.create("moving", REQUIRED);
        TestUser user = realm.addUser(
                "user",
                spec -> spec.number(PhoneNumbers.next())
                        .with(representation -> representation.setRequiredActions(List.of("UPDATE_PASSWORD"))));
        String path = realm.path("/authentication/required-actions/UPDATE_PASSWORD");

        for (int priority : List.of(-1000, -5000, 10)) {
            ObjectNode action = realm.admin().get(path).deepCopy();
            realm.admin().put(path, action.put("priority", priority).put("name", "A first one"));

            assertEquals(
                    "login-strongroom-code",
                    realm.signIn(new Browser(), user).page().id());
        }
    }

    @Test
    @DisplayName("O7 is removed once the rule is switched off, and the next login asks only for the password")
    void off() {
        TestRealm realm = TestRealm.create("off", REQUIRED);
        TestUser user = realm.addUser("user", spec -> spec.number(PhoneNumbers.next()));
        realm.signIn(new Browser(), user).page();

        realm.setAttribute("twoFactor.enforcement", "off");

        realm.signIn(new Browser(), user).signedIn();
    }

    @Test
    @DisplayName("is removed with the policy if a script that omits our attributes updates the realm")
    void wipe() {
        TestRealm realm = TestRealm.create("wiped", REQUIRED);

        realm.admin().put(realm.path(""), Map.of("realm", realm.name(), "attributes", Map.of("other", "x")));

        assertFalse(realm.requiredActions().contains(GUARD));
    }
}

package io.strongroom.testrealm.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import io.strongroom.testrealm.harness.PhoneNumbers;
import io.strongroom.testrealm.harness.TestGroup;
import io.strongroom.testrealm.harness.TestRealm;
import io.strongroom.testrealm.harness.TestUser;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The finding about owners without a factor")
class OwnersIT {
    private static final String OWNER = "owner ";

    private static TestRealm realm(Map<String, String> more) {
        TestRealm realm =
                TestRealm.create("owners", Map.of("twoFactor.enforcement", "required", "twoFactor.methods", "sms"));
        more.forEach(realm::setAttribute);
        return realm;
    }

    /** The user names in the health findings. */
    private static Set<String> missing(TestRealm realm) {
        Set<String> names = new TreeSet<>();
        for (JsonNode finding : realm.admin().get(realm.path("/two-factor/health"))) {
            String what = finding.path("what").asText();
            if (what.startsWith(OWNER)) {
                names.add(what.substring(OWNER.length()));
            }
        }
        return names;
    }

    // Roles

    private static JsonNode realmAdmin(TestRealm realm) {
        String client = realm.admin()
                .get(realm.path("/clients?clientId=realm-management"))
                .path(0)
                .path("id")
                .asText();
        return realm.admin().get(realm.path("/clients/" + client + "/roles/realm-admin"));
    }

    private static JsonNode realmRole(TestRealm realm, String name) {
        realm.admin().create(realm.path("/roles"), Map.of("name", name));
        return realm.admin().get(realm.path("/roles/" + name));
    }

    /** A realm role that contains another role. */
    private static JsonNode composite(TestRealm realm, String name, JsonNode contained) {
        JsonNode role = realmRole(realm, name);
        realm.admin().post(realm.path("/roles-by-id/" + role.path("id").asText() + "/composites"), List.of(contained));
        return role;
    }

    private static void giveRealmAdmin(TestRealm realm, TestUser user) {
        realm.grantRole(user, "realm-management", "realm-admin");
    }

    private static void give(TestRealm realm, TestGroup group, JsonNode realmRole) {
        realm.admin().post(realm.path("/groups/" + group.id() + "/role-mappings/realm"), List.of(realmRole));
    }

    @Test
    @DisplayName("T7 names the users with realm-admin of realm-management by default until each has a factor")
    void untilEachHasOne() {
        TestRealm realm = realm(Map.of());
        TestUser olga = realm.addUser("olga");
        TestUser oscar = realm.addUser("oscar", spec -> spec.number(PhoneNumbers.next()));
        TestUser otto = realm.addUser("otto", spec -> spec.app("of-the-other-strategy"));
        realm.addUser("user");
        List.of(olga, oscar, otto).forEach(owner -> giveRealmAdmin(realm, owner));

        assertEquals(Set.of("olga", "otto"), missing(realm));

        realm.setAttribute("twoFactor.methods", "sms,totp");
        realm.admin().put(realm.path("/users/" + olga.id()), Map.of("enabled", false));
        assertEquals(Set.of(), missing(realm));
    }

    @Test
    @DisplayName("T7 uses another role if the policy names one and reports the role if it does not exist")
    void anotherRole() {
        TestRealm realm = realm(Map.of("twoFactor.ownerRole", "chief"));
        giveRealmAdmin(realm, realm.addUser("admin"));
        String health = realm.admin().get(realm.path("/two-factor/health")).toString();
        assertEquals(true, health.contains("There is no role \\\"chief\\\""), health);

        realm.addUser("chef", spec -> spec.role("chief"));

        assertEquals(Set.of("chef"), missing(realm));
    }

    @Test
    @DisplayName("T7 includes a user who has the role through a composite role, at any depth")
    void compositeRole() {
        TestRealm realm = realm(Map.of());
        JsonNode outer = composite(realm, "outer", composite(realm, "inner", realmAdmin(realm)));
        realm.addUser("byinner", spec -> spec.role("inner"));
        realm.addUser("byouter", spec -> spec.role("outer"));
        TestGroup group = realm.addGroup("Board", Map.of());
        give(realm, group, outer);
        realm.addUser("bygroup", spec -> spec.memberOf(group));

        assertEquals(Set.of("byinner", "byouter", "bygroup"), missing(realm));
    }

    @Test
    @DisplayName("T7 includes a user who inherits the role from a group or a parent group")
    void group() {
        TestRealm realm = realm(Map.of("twoFactor.ownerRole", "chief"));
        TestGroup board = realm.addGroup("Board", Map.of());
        TestGroup chairs = realm.addGroup(board, "Chairs", Map.of());
        give(realm, board, realmRole(realm, "chief"));
        realm.addUser("member", spec -> spec.memberOf(board));
        realm.addUser("chair", spec -> spec.memberOf(chairs));
        realm.addUser("both", spec -> spec.memberOf(board).memberOf(chairs).role("chief"));

        assertEquals(Set.of("both", "chair", "member"), missing(realm));
    }
}

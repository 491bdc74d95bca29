package io.strongroom.testrealm.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import io.strongroom.testrealm.harness.AdminApi;
import io.strongroom.testrealm.harness.PhoneNumbers;
import io.strongroom.testrealm.harness.TestGroup;
import io.strongroom.testrealm.harness.TestRealm;
import io.strongroom.testrealm.harness.TestUser;
import io.strongroom.testrealm.support.TestOrganization;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Keycloak's organizations have no roles of their own, so owners have a role of the realm, or are in a group. */
@DisplayName("X15 T7 The owners of an organization")
class OrganizationOwnersIT {

    private final TestRealm realm = TestRealm.create("orgowners", representation -> {
        representation.setOrganizationsEnabled(true);
        representation.getAttributes().put("twoFactor.ownerRole", "chief");
        return representation;
    });
    private final TestOrganization acme = TestOrganization.create(realm, "acme");
    private final TestOrganization globex = TestOrganization.create(realm, "globex");

    /** The owners who would be without a factor if Acme required one. */
    private Set<String> missing(Map<String, Object> more) {
        Map<String, Object> policy = new HashMap<>(more);
        policy.put("enforcement", "required");
        JsonNode run = AdminApi.of(realm)
                .put("/organizations/" + acme.id() + "/policy?dryRun=true", policy)
                .expect(200)
                .body();
        Set<String> names = new TreeSet<>();
        run.path("ownersMissing").forEach(name -> names.add(name.asText()));
        return names;
    }

    private String group(TestOrganization organization, String below, String name) {
        return realm.admin().create(groups(organization) + below, Map.of("name", name));
    }

    private void join(TestOrganization organization, String group, TestUser user) {
        organization.add(user);
        realm.admin().put(groups(organization) + "/" + group + "/members/" + user.id(), null);
    }

    private String groups(TestOrganization organization) {
        return realm.path("/organizations/" + organization.id() + "/groups");
    }

    @Test
    @DisplayName("have the realm's owner role, directly, by a composite role or by a group, and are enabled members")
    void byRole() {
        TestGroup board = realm.addGroup("Board", Map.of());
        acme.add(realm.addUser("direct", spec -> spec.role("chief")));
        acme.add(realm.addUser("composite", spec -> spec.role("director")));
        acme.add(realm.addUser("grouped", spec -> spec.memberOf(board)));
        acme.add(realm.addUser("equipped", spec -> spec.role("chief").number(PhoneNumbers.next())));
        acme.add(realm.addUser("disabled", spec -> spec.role("chief").with(user -> user.setEnabled(false))));
        acme.add(realm.addUser("member"));
        globex.add(realm.addUser("elsewhere", spec -> spec.role("chief")));
        realm.addUser("nowhere", spec -> spec.role("chief"));
        JsonNode chief = realm.admin().get(realm.path("/roles/chief"));
        realm.admin().post(realm.path("/roles/director/composites"), List.of(chief));
        realm.admin().post(realm.path("/groups/" + board.id() + "/role-mappings/realm"), List.of(chief));

        assertEquals(Set.of("composite", "direct", "grouped"), missing(Map.of()));
        assertEquals(Set.of("composite", "direct", "equipped", "grouped"), missing(Map.of("methods", List.of("totp"))));
    }

    @Test
    @DisplayName("don't have the role by a group of the organization, because Keycloak grants none by it")
    void roleOfOrganizationGroup() {
        TestUser user = realm.addUser("assigned");
        realm.addUser("other", spec -> spec.role("chief"));
        String group = group(acme, "", "Board");
        join(acme, group, user);
        realm.admin()
                .post(
                        groups(acme) + "/" + group + "/role-mappings/realm",
                        List.of(realm.admin().get(realm.path("/roles/chief"))));

        assertEquals(Set.of(), missing(Map.of()));
    }

    @Test
    @DisplayName("are the members of a group of the organization, and of no other group with the same path")
    void byGroup() {
        String board = group(acme, "", "Board");
        String chairs = group(acme, "/" + board + "/children", "Chairs");
        TestGroup ofRealm = realm.addGroup("Board", Map.of());
        join(acme, board, realm.addUser("board"));
        join(acme, chairs, realm.addUser("chair"));
        join(globex, group(globex, "", "Board"), realm.addUser("elsewhere"));
        acme.add(realm.addUser("realm", spec -> spec.memberOf(ofRealm)));
        acme.add(realm.addUser("role", spec -> spec.role("chief")));

        assertEquals(Set.of("board", "chair"), missing(Map.of("ownerRole", "/Board")));
        assertEquals(Set.of("chair"), missing(Map.of("ownerRole", "/Board/Chairs")));
    }
}

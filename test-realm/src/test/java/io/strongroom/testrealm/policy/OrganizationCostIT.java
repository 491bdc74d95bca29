package io.strongroom.testrealm.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.strongroom.testrealm.harness.Harness;
import io.strongroom.testrealm.harness.Statements;
import io.strongroom.testrealm.harness.TestRealm;
import io.strongroom.testrealm.harness.TestUser;
import io.strongroom.testrealm.server.KeycloakServer;
import io.strongroom.testrealm.support.Organization;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.keycloak.representations.idm.OrganizationDomainRepresentation;
import org.keycloak.representations.idm.OrganizationRepresentation;

/** Counts the statements that Hibernate logs on a separate server. */
@ResourceLock(Harness.OWN_SERVER)
@Order(4)
@DisplayName("X15 The cost of organizations at a login")
class OrganizationCostIT {

    private static final int ORGANIZATIONS = Integer.getInteger("organizations", 100);
    private static final int OF_MEMBER = 50;
    private static final KeycloakServer SERVER = Harness.start(Statements.logged(Harness.options()));

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    @Test
    @DisplayName(
            "is no statement for a member of 50 organizations with a policy, and at most three after the caches were "
                    + "cleared")
    void login() {
        Member with = member(OrganizationCostIT::policy);
        Member without = member(number -> Map.of());

        int coldWith = with.cold();
        int coldWithout = without.cold();
        int warmWith = with.warm();
        int warmWithout = without.warm();

        assertTrue(coldWithout > warmWithout, "statements are counted");
        // the statement for the memberships, the third one, is in both
        assertTrue(
                coldWith - coldWithout <= 2,
                coldWith + " statements, " + coldWithout + " if the organizations have no policy");
        assertEquals(warmWithout, warmWith);
    }

    private record Member(TestRealm realm, TestUser user) {

        /** Returns the statements of a login. A direct grant ends with the same decision as any other. */
        int statements() {
            return Statements.of(
                    SERVER,
                    () -> assertTrue(realm.confidentialApp().passwordGrant(user).hasTokens()));
        }

        int warm() {
            statements();
            return statements();
        }

        /** Returns the statements of a login after the caches of all realms were cleared. */
        int cold() {
            realm.admin().post(realm.path("/clear-realm-cache"), null);
            realm.admin().post(realm.path("/clear-user-cache"), null);
            return statements();
        }
    }

    private static Member member(IntFunction<Map<String, List<String>>> attributes) {
        TestRealm realm = TestRealm.create(SERVER, "orgcost", representation -> {
            representation.getAttributes().put("twoFactor.enforcement", "optional");
            representation.setOrganizationsEnabled(true);
            IntStream.range(0, ORGANIZATIONS)
                    .mapToObj(number -> organization(number, attributes.apply(number)))
                    .forEach(representation::addOrganization);
            return representation;
        });
        TestUser user = realm.addUser("member");
        List<String> ids =
                realm.admin().get(realm.path("/organizations?max=" + OF_MEMBER)).findValuesAsText("id");
        assertEquals(OF_MEMBER, ids.size());
        ids.forEach(id -> new Organization(realm, id, "").add(user));
        Member member = new Member(realm, user);
        member.statements();
        return member;
    }

    private static OrganizationRepresentation organization(int number, Map<String, List<String>> attributes) {
        OrganizationRepresentation organization = new OrganizationRepresentation();
        organization.setName("organization" + number);
        organization.setAlias("organization" + number);
        organization.setEnabled(true);
        organization.addDomain(new OrganizationDomainRepresentation("organization" + number + ".example"));
        organization.setAttributes(attributes);
        return organization;
    }

    private static Map<String, List<String>> policy(int number) {
        return Map.of(
                "twoFactor.methods", List.of(number % 2 == 0 ? "totp" : "totp,sms"),
                "twoFactor.graceDays", List.of(String.valueOf(number % 7)));
    }
}

package io.strongroom.testrealm.sms;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.strongroom.testrealm.harness.Browser;
import io.strongroom.testrealm.harness.Harness;
import io.strongroom.testrealm.harness.Page;
import io.strongroom.testrealm.harness.PhoneNumbers;
import io.strongroom.testrealm.harness.TestRealm;
import io.strongroom.testrealm.harness.TestUser;
import io.strongroom.testrealm.harness.Vonage;
import io.strongroom.testrealm.support.TestOrganization;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.representations.idm.EventRepresentation;

@DisplayName("X15 X3 The daily budget of an organization")
class OrganizationBudgetIT {
    private static final Vonage VONAGE = Harness.vonage();
    private static final String PER_DAY = "twoFactor.sms.perTenantPerDay";

    private final TestRealm realm = TestRealm.create("orgbudget", representation -> {
                representation.setOrganizationsEnabled(true);
                representation
                        .getAttributes()
                        .putAll(Map.of("twoFactor.enforcement", "required", "twoFactor.methods", "sms", PER_DAY, "4"));
                return representation;
            })
            .withMail();
    private final TestOrganization acme = TestOrganization.create(realm, "acme", Map.of(PER_DAY, "1"));
    private final TestOrganization globex = TestOrganization.create(realm, "globex", Map.of(PER_DAY, "1000000"));

    private TestUser member(String number, TestOrganization... organizations) {
        TestUser user = realm.addUser("user" + number.substring(1), spec -> spec.number(number));
        for (TestOrganization organization : organizations) {
            organization.add(user);
        }
        return user;
    }

    private String message(TestUser user, String scope) {
        return signIn(user, scope).message();
    }

    private Page signIn(TestUser user, String scope) {
        return new Browser()
                .open(realm.app().authorize().with("scope", scope))
                .page()
                .submit("username", user.name())
                .page()
                .submit("password", user.password())
                .page();
    }

    private static void assertRefused(String message) {
        assertTrue(message.matches("No further messages can be sent here today\\..*"), message);
    }

    private List<EventRepresentation> events(String error) {
        return realm.events().stream()
                .filter(event -> error.equals(event.getError()))
                .toList();
    }

    @ParameterizedTest(name = "attack: is not escaped with scope={0} by a member of only that organization")
    @ValueSource(strings = {"openid", "openid organization:globex", "openid organization:*"})
    void notEscaped(String scope) {
        assertEquals("", message(member(PhoneNumbers.next(), acme), "openid organization:acme"));

        assertRefused(message(member(PhoneNumbers.next(), acme), scope));
    }

    @Test
    @DisplayName("stops its own logins, not those of another, and never lifts the realm's; the events name it")
    void withinRealm() {
        TestUser both = member(PhoneNumbers.next(), acme, globex);
        assertEquals("", message(both, "openid organization:acme"));
        EventRepresentation spent = events("sms_budget_spent").get(0);
        assertEquals(acme.id(), spent.getDetails().get("org_id"));
        assertRefused(message(member(PhoneNumbers.next(), acme), "openid"));
        EventRepresentation refused = events("sms_limit_reached").get(0);
        assertEquals("organization", refused.getDetails().get("limit"));
        assertEquals(acme.id(), refused.getDetails().get("org_id"));
        String health = realm.admin().get(realm.path("/two-factor/health")).toString();
        assertTrue(health.contains("an organization's daily budget was used up"), health);

        assertEquals("", message(both, "openid organization:globex"));
        assertEquals("", message(member(PhoneNumbers.next(), globex), "openid"));
        assertEquals("", message(member(PhoneNumbers.next()), "openid"));

        assertRefused(message(member(PhoneNumbers.next(), globex), "openid"));
        assertEquals("tenant", events("sms_limit_reached").get(0).getDetails().get("limit"));
    }

    @Test
    @DisplayName("gets a message back that was definitely not sent")
    void released() {
        String failing = PhoneNumbers.next();
        VONAGE.answersStatus(failing, 500);
        Page page = signIn(member(failing, acme), "openid");
        Awaitility.await("the result").until(() -> page.refresh().page().has("[data-strongroom-status=failed]"));

        String number = PhoneNumbers.next();
        assertEquals("", message(member(number, acme), "openid"));
        VONAGE.awaitTexts(number, 1);
    }
}

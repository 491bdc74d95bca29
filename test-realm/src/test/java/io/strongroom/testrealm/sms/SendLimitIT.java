package io.strongroom.testrealm.sms;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.strongroom.testrealm.harness.Browser;
import io.strongroom.testrealm.harness.Harness;
import io.strongroom.testrealm.harness.Page;
import io.strongroom.testrealm.harness.PhoneNumbers;
import io.strongroom.testrealm.harness.TestRealm;
import io.strongroom.testrealm.harness.TestUser;
import io.strongroom.testrealm.harness.Vonage;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keycloak.representations.idm.EventRepresentation;

@DisplayName("X3 The send limits apply across logins")
class SendLimitIT {
    private static final Vonage VONAGE = Harness.vonage();

    private final String number = PhoneNumbers.next();
    private final String secret = "secret-of-" + number.substring(1);

    private static TestRealm realm(String attribute, String value) {
        return TestRealm.create("limit", Map.of("twoFactor.enforcement", "required", attribute, value))
                .withMail();
    }

    private static List<EventRepresentation> events(TestRealm realm, String error) {
        return realm.events().stream()
                .filter(event -> error.equals(event.getError()))
                .toList();
    }

    @ParameterizedTest(
            name =
                    "security 10: twoFactor.sms.{0} stops messages for a new login in another browser, and the page says "
                            + "when the next is possible")
    @CsvSource({"perUserPerHour,user", "perNumberPerHour,number", "perAddressPerHour,address"})
    void hourly(String attribute, String limit) {
        TestRealm realm = realm("twoFactor.sms." + attribute, "2");
        TestUser user = realm.addUser("user", spec -> spec.number(number).app(secret));
        realm.signIn(new Browser(), user).page();
        VONAGE.awaitCode(number);
        Page second = realm.signIn(new Browser(), user).page();

        Page third = realm.signIn(new Browser(), user).page();

        assertTrue(third.message().matches(".*No further messages.* in (59|60) minutes\\."), third::toString);
        assertTrue(third.has("button[name=method]"), "the app is offered");
        EventRepresentation event = events(realm, "sms_limit_reached").get(0);
        assertEquals(limit, event.getDetails().get("limit"));
        assertTrue(Long.parseLong(event.getDetails().get("retry_after_seconds")) > 3000);
        assertFalse(event.getDetails().toString().contains(number));
        second.submit("code", VONAGE.awaitCode(number, 2)).signedIn();
        assertEquals(2, VONAGE.texts(number).size());
    }

    @Test
    @DisplayName("security 10: all users of a tenant share its budget, and a refusal by another limit uses none of it")
    void tenant() {
        TestRealm realm = realm("twoFactor.sms.perTenantPerDay", "5");
        realm.setAttribute("twoFactor.sms.perNumberPerHour", "1");
        List<TestUser> users = IntStream.range(0, 6)
                .mapToObj(i -> realm.addUser("user" + i, spec -> spec.number(PhoneNumbers.next())))
                .toList();
        for (int i = 0; i < 4; i++) {
            Page page = realm.signIn(new Browser(), users.get(0)).page();
            assertEquals(i == 0 ? "" : "60", page.message().replaceAll(".* in (59|60) minutes.*", "60"));
        }
        assertEquals(List.of(), events(realm, "sms_budget_low"));

        List<String> messages = users.stream()
                .skip(1)
                .map(user -> realm.signIn(new Browser(), user).page().message())
                .toList();

        assertEquals(List.of("", "", "", ""), messages.subList(0, 4));
        assertTrue(
                messages.get(4).matches("No further messages can be sent here today\\. Please try again tomorrow.*"),
                messages::toString);
        assertEquals(
                "tenant", events(realm, "sms_limit_reached").get(0).getDetails().get("limit"));
    }

    @Test
    @DisplayName("X9 a tenant is warned at 80 and 100 percent of its budget by one event each and a health finding")
    void warned() {
        TestRealm realm = realm("twoFactor.sms.perTenantPerDay", "5");
        for (int sent = 1; sent <= 3; sent++) {
            realm.signIn(new Browser(), realm.addUser("user" + sent, spec -> spec.number(PhoneNumbers.next())));
        }
        assertEquals("[]", health(realm));

        realm.signIn(new Browser(), realm.addUser("user4", spec -> spec.number(PhoneNumbers.next())));
        assertTrue(health(realm).contains("4 of today's budget of 5 text messages are used\""), health(realm));
        realm.signIn(new Browser(), realm.addUser("user5", spec -> spec.number(PhoneNumbers.next())));
        realm.signIn(new Browser(), realm.addUser("user6", spec -> spec.number(PhoneNumbers.next())));

        assertTrue(health(realm).contains("\"error\""), health(realm));
        assertTrue(health(realm).contains("No more are sent before midnight UTC"), health(realm));
        assertEquals(1, events(realm, "sms_budget_low").size());
        assertEquals(1, events(realm, "sms_budget_spent").size());
        assertTrue(events(realm, "sms_budget_low").stream()
                .map(EventRepresentation::getUserId)
                .allMatch(Objects::isNull));
    }

    private static String health(TestRealm realm) {
        return realm.admin().get(realm.path("/two-factor/health")).toString();
    }
}

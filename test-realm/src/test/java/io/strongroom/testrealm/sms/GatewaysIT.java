package io.strongroom.testrealm.sms;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.strongroom.testrealm.harness.Browser;
import io.strongroom.testrealm.harness.Harness;
import io.strongroom.testrealm.harness.JsonVendor;
import io.strongroom.testrealm.harness.Page;
import io.strongroom.testrealm.harness.PhoneNumbers;
import io.strongroom.testrealm.harness.TestRealm;
import io.strongroom.testrealm.harness.TestUser;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.keycloak.representations.idm.EventRepresentation;

@DisplayName("The gateways that a tenant can choose")
class GatewaysIT {
    private static final JsonVendor WEBHOOK = Harness.webhook();

    private final String number = PhoneNumbers.next();
    private final Browser browser = new Browser();

    private static TestRealm realm(String gateway) {
        return TestRealm.create(
                        "gateways",
                        Map.of(
                                "twoFactor.enforcement", "required",
                                "twoFactor.methods", "sms",
                                "twoFactor.sms.gateway", gateway))
                .withMail();
    }

    private TestUser addUser(TestRealm realm) {
        return realm.addUser("caller", spec -> spec.number(number));
    }

    @Test
    @DisplayName(
            "D2 vonage-messages sends a code by Vonage's Messages API with a token, and the code completes the login")
    void vonageMessages() {
        TestRealm realm = realm("vonage-messages");
        Page page = realm.signIn(browser, addUser(realm)).page();

        String code = Harness.vonageMessages().awaitCode(number);
        page.submit("code", code).signedIn();

        LoggedRequest request = Harness.vonageMessages().await(number);
        JsonNode sent = Harness.vonageMessages().sent(number);
        assertTrue(request.getHeader("Authorization").startsWith("Bearer eyJ"));
        assertEquals("sms", sent.path("channel").asText());
        assertEquals("Tenant gate", sent.path("from").asText());
        assertNotLogged(realm, code, request.getHeader("Authorization"), "REQUEST HEADERS");
        assertFalse(
                health(realm).toString().contains("ateway"), () -> health(realm).toString());
    }

    @Test
    @DisplayName(
            "D2 webhook sends a code by an API that the options describe with the tenant's own secret, and the code "
                    + "completes the login")
    void webhook() {
        TestRealm realm = realm("webhook");
        TestRealm other = realm("webhook");
        Harness.files().putSecret(realm, "webhook-token", "secret-of-one");
        Harness.files().putSecret(other, "webhook-token", "secret-of-the-other");
        Page page = realm.signIn(browser, addUser(realm)).page();
        page.submit("code", WEBHOOK.awaitCode(number)).signedIn();

        String otherNumber = PhoneNumbers.next();
        other.signIn(new Browser(), other.addUser("caller", spec -> spec.number(otherNumber)));

        LoggedRequest request = WEBHOOK.await(number);
        assertEquals("Bearer secret-of-one", request.getHeader("Authorization"));
        assertEquals("/hook/" + realm.name(), request.getUrl());
        assertEquals("Bearer secret-of-the-other", WEBHOOK.await(otherNumber).getHeader("Authorization"));
        assertFalse(
                health(realm).toString().contains("ateway"), () -> health(realm).toString());
    }

    @Test
    @DisplayName("X9 security 28: nothing is sent if a secret is missing from the vault, and the page, an event and a "
            + "health finding say so")
    void unresolvedSecret() {
        TestRealm realm = realm("webhook");
        TestUser user = addUser(realm);

        Page page = realm.signIn(browser, user).page();
        Page failed = await().atMost(Duration.ofSeconds(10))
                .until(() -> page.refresh().page(), fresh -> fresh.has("[data-strongroom-status=failed]"));

        assertTrue(failed.text().contains("could not be sent"), failed::toString);
        EventRepresentation event = realm.awaitEvent(user, "CUSTOM_REQUIRED_ACTION_ERROR");
        assertEquals("sms_misconfigured", event.getError());
        assertEquals(
                "the option headers of webhook refers to ${vault.webhook-token}, which the vault does not have for this realm",
                event.getDetails().get("reason"));
        assertTrue(
                health(realm).toString().contains("${vault.webhook-token}"),
                () -> health(realm).toString());
        assertEquals(0, WEBHOOK.requests(number).size());
    }

    @Test
    @DisplayName("security 6: a vault secret never appears in a log line, even at DEBUG, in an export or in an event")
    void secretsStaySecret() {
        String secret = "never-to-be-seen-" + number.substring(1);
        TestRealm realm = realm("webhook");
        Harness.files().putSecret(realm, "webhook-token", secret);
        TestUser user = addUser(realm);
        Page page = realm.signIn(browser, user).page();
        String code = WEBHOOK.awaitCode(number);
        page.submit("code", code).signedIn();

        assertEquals("Bearer " + secret, WEBHOOK.await(number).getHeader("Authorization"));
        assertNotLogged(realm, code, secret);
        assertFalse(exported(realm).contains(secret));
        assertFalse(admin(realm, "/events?max=200").contains(secret));
        assertFalse(admin(realm, "/admin-events?max=200").contains(secret));
    }

    /** The log has neither these words nor the number, at a level at which the HTTP client logs. */
    private void assertNotLogged(TestRealm realm, String... words) {
        String log = realm.server().log();
        assertTrue(log.contains("[org.apache.http.impl.conn."), "the HTTP client logs at DEBUG");
        assertFalse(log.contains(number.substring(1)));
        for (String word : words) {
            assertFalse(log.contains(word), word);
        }
    }

    private static String exported(TestRealm realm) {
        String path = realm.path("/partial-export?exportClients=true&exportGroupsAndRoles=true");
        return realm.admin().send("POST", path, null).body() + admin(realm, "");
    }

    private static String admin(TestRealm realm, String rest) {
        return realm.admin().get(realm.path(rest)).toString();
    }

    private static JsonNode health(TestRealm realm) {
        return realm.admin().get(realm.path("/two-factor/health"));
    }
}

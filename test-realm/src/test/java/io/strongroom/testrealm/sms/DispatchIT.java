package io.strongroom.testrealm.sms;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.strongroom.testrealm.harness.Browser;
import io.strongroom.testrealm.harness.Chromium;
import io.strongroom.testrealm.harness.Harness;
import io.strongroom.testrealm.harness.JsonVendor;
import io.strongroom.testrealm.harness.Metrics;
import io.strongroom.testrealm.harness.Page;
import io.strongroom.testrealm.harness.PhoneNumbers;
import io.strongroom.testrealm.harness.TestRealm;
import io.strongroom.testrealm.harness.TestUser;
import io.strongroom.testrealm.harness.Threads;
import io.strongroom.testrealm.harness.Vonage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.representations.idm.EventRepresentation;

@DisplayName("Sending messages with two vendors")
class DispatchIT {
    private static final Duration TOLD = Duration.ofSeconds(15);
    private static final TestRealm REALM = withTwoVendors("two-vendors", Map.of());
    private static final Vonage VONAGE = Harness.vonage();
    private static final JsonVendor SECOND = Harness.webhook();

    private final String number = PhoneNumbers.next();
    private final TestUser user = REALM.addUser("caller" + number.substring(8), spec -> spec.number(number));
    private final Browser browser = new Browser();

    @ParameterizedTest(
            name = "X4 the second vendor sends if the first answers HTTP {0}, the page says so, and the code is valid")
    @ValueSource(ints = {500, 429, 401})
    void secondVendorTakesOver(int status) {
        VONAGE.answersStatus(number, status);
        Page page = REALM.signIn(browser, user).page();

        String code = SECOND.awaitCode(number);
        Page result = awaitStatus(page, "sent");

        assertTrue(result.text().contains("•••" + number.substring(10)), result::toString);
        result.submit("code", code).signedIn();
        EventRepresentation trace = REALM.events(user).stream()
                .filter(event -> event.getDetails().containsKey("failed_gateways"))
                .findFirst()
                .orElseThrow();
        assertEquals("CUSTOM_REQUIRED_ACTION", trace.getType());
        assertEquals("webhook", trace.getDetails().get("gateway"));
        assertTrue(trace.getDetails().get("failed_gateways").startsWith("vonage-sms: "), () -> trace.getDetails() + "");
        assertTrue(trace.getDetails().get("failed_gateways").contains("HTTP " + status), () -> trace.getDetails() + "");
        assertFalse((trace.getDetails() + "").contains(number.substring(1)), "the number is masked");
    }

    @Test
    @DisplayName(
            "security 27: a vendor that times out may have sent the message, so no second one is sent, and the page "
                    + "says that the outcome is uncertain")
    void noSecondMessage() {
        VONAGE.answersAfter(number, Duration.ofSeconds(30));
        Page page = REALM.signIn(browser, user).page();

        Page result = awaitStatus(page, "failed");

        assertTrue(result.text().contains("not certain"), result::toString);
        assertTrue(result.has("button[name=resend]"), "offers another message");
        assertEquals("sms_uncertain", failure().getError());
        assertEquals(1, VONAGE.texts(number).size());
        assertEquals(List.of(), SECOND.texts(number));
    }

    @Test
    @DisplayName("a number that the first vendor refuses is not tried with the second")
    void numberRejected() {
        VONAGE.answersError(number, 7);
        Page page = REALM.signIn(browser, user).page();

        awaitStatus(page, "failed");

        assertEquals("vonage-sms", failure().getDetails().get("gateway"));
        assertEquals(List.of(), SECOND.texts(number));
    }

    @Test
    @DisplayName("X4 X11 the page reports that both vendors are down, with a next step, and the event records both "
            + "failures")
    void bothDown() {
        VONAGE.answersStatus(number, 500);
        SECOND.answersStatus(number, 503);
        Page page = REALM.signIn(browser, user).page();

        Page result = awaitStatus(page, "failed");

        assertTrue(result.text().contains("could not be sent"), result::toString);
        assertTrue(result.has("button[name=resend]"), "offers another message");
        EventRepresentation failure = failure();
        assertEquals("sms_not_sent", failure.getError());
        assertEquals("webhook", failure.getDetails().get("gateway"));
        assertTrue(failure.getDetails().get("reason").contains("HTTP 503"), () -> failure.getDetails() + "");
        assertTrue(failure.getDetails().get("failed_gateways").contains("HTTP 500"), () -> failure.getDetails() + "");
    }

    @Test
    @DisplayName("X4 X14 the page shows automatically, with JavaScript, that the second vendor has sent")
    void byItself() {
        VONAGE.answersStatus(number, 500);
        try (Chromium chromium = Chromium.open()) {
            chromium.signIn(REALM, user);

            chromium.page().waitForSelector("[data-strongroom-status=sent]");
            chromium.page().fill("[name=code]", SECOND.awaitCode(number));
            chromium.page().click("#kc-login");

            assertTrue(chromium.awaitArrival().code().isPresent());
        }
    }

    @Test
    @DisplayName("X4 no message is lost if the first gateway is not installed but a second is configured")
    void notInstalled() {
        TestRealm realm = withTwoVendors("pigeon", Map.of("twoFactor.sms.gateway", "carrier-pigeon"));
        TestUser caller = realm.addUser("caller", spec -> spec.number(number));

        Page page = realm.signIn(browser, caller).page();

        page.submit("code", SECOND.awaitCode(number)).signedIn();
    }

    @Test
    @DisplayName(
            "X4 X12 a vendor that keeps failing is skipped in that tenant but not in others, and the metrics show it")
    void passedBy() {
        TestRealm realm = withTwoVendors("passed-by", Map.of());
        for (int i = 0; i < 10; i++) {
            String down = PhoneNumbers.next();
            VONAGE.answersStatus(down, 500);
            TestUser one = realm.addUser("caller" + i, spec -> spec.number(down));
            realm.signIn(new Browser(), one)
                    .page()
                    .submit("code", SECOND.awaitCode(down))
                    .signedIn();
        }

        TestUser next = realm.addUser("next", spec -> spec.number(number));
        realm.signIn(browser, next)
                .page()
                .submit("code", SECOND.awaitCode(number))
                .signedIn();

        assertEquals(List.of(), VONAGE.texts(number), "the first was not called");
        assertTrue(Harness.metrics().sum("strongroom_sms_breaker_tenants", "gateway=\"vonage-sms\"", "state=\"open\"")
                >= 1);
        String elsewhere = PhoneNumbers.next();
        TestUser other = REALM.addUser("elsewhere" + elsewhere.substring(8), spec -> spec.number(elsewhere));
        REALM.signIn(new Browser(), other)
                .page()
                .submit("code", VONAGE.awaitCode(elsewhere))
                .signedIn();
    }

    @Test
    @DisplayName(
            "X12 the server's metrics report the message after a login by gateway and result, with its duration and "
                    + "the queue")
    void metrics() {
        Metrics metrics = Harness.metrics();
        double before = metrics.sum("strongroom_sms_sends_total", "gateway=\"vonage-sms\"", "outcome=\"accepted\"");
        Page page = REALM.signIn(browser, user).page();
        awaitStatus(page, "sent").submit("code", VONAGE.awaitCode(number)).signedIn();

        assertTrue(
                metrics.sum("strongroom_sms_sends_total", "gateway=\"vonage-sms\"", "outcome=\"accepted\"") > before);
        assertTrue(metrics.sum("strongroom_sms_latency_seconds_count", "gateway=\"vonage-sms\"") > before);
        assertTrue(metrics.ours().stream()
                .anyMatch(line -> line.startsWith("strongroom_sms_queue{gateway=\"vonage-sms\"")));
        assertTrue(
                metrics.ours().stream()
                        .noneMatch(line -> line.contains(REALM.name()) || line.contains(number.substring(1))),
                "no tenant, no number");
    }

    @Test
    @DisplayName("X4 each of 100 concurrent users gets one message and a code page")
    void crowd() throws Exception {
        TestRealm realm = withTwoVendors("crowd", Map.of());
        List<String> numbers = new ArrayList<>();
        List<Callable<Page>> logins = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            String one = PhoneNumbers.next();
            numbers.add(one);
            TestUser caller = realm.addUser("caller" + i, spec -> spec.number(one));
            logins.add(() -> realm.signIn(new Browser(), caller).page());
        }

        List<Page> pages = Threads.all(50, logins);

        assertTrue(pages.stream().allMatch(page -> "login-strongroom-code".equals(page.id())));
        numbers.forEach(VONAGE::awaitCode);
        assertTrue(numbers.stream().allMatch(one -> VONAGE.texts(one).size() == 1), "one message each");
        assertTrue(numbers.stream().allMatch(one -> SECOND.texts(one).isEmpty()));
    }

    private EventRepresentation failure() {
        return REALM.awaitEvent(user, "CUSTOM_REQUIRED_ACTION_ERROR");
    }

    private static Page awaitStatus(Page page, String status) {
        return await().atMost(TOLD)
                .until(() -> page.refresh().page(), fresh -> fresh.has("[data-strongroom-status=" + status + "]"));
    }

    private static TestRealm withTwoVendors(String label, Map<String, String> more) {
        Map<String, String> attributes = new HashMap<>(Map.of(
                "twoFactor.enforcement", "required",
                "twoFactor.methods", "sms",
                "twoFactor.sms.gateway", "vonage-sms",
                "twoFactor.sms.fallbackGateway", "webhook"));
        attributes.putAll(more);
        TestRealm realm = TestRealm.create(label, attributes);
        Harness.files().putSecret(realm, "webhook-token", "secret-of-" + label);
        return realm;
    }
}

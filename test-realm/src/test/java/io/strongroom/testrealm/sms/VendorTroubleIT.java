package io.strongroom.testrealm.sms;

import static org.awaitility.Awaitility.await;
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
import java.time.Duration;
import java.util.Map;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("Failures of a vendor")
class VendorTroubleIT {
    private static final TestRealm REALM =
            TestRealm.create("vendor", Map.of("twoFactor.enforcement", "required", "twoFactor.methods", "sms"));
    private static final Vonage VONAGE = Harness.vonage();

    private final String number = PhoneNumbers.next();
    private final TestUser user = REALM.addUser("caller" + number.substring(8), spec -> spec.number(number));
    private final Browser browser = new Browser();

    private enum Trouble {
        SERVER_ERROR((vonage, number) -> vonage.answersStatus(number, 500), "could not be sent", "sms_not_sent"),
        UNAUTHORIZED((vonage, number) -> vonage.answersStatus(number, 401), "could not be sent", "sms_misconfigured"),
        GARBAGE(Vonage::answersGarbage, "not certain", "sms_uncertain"),
        EMPTY(Vonage::answersEmpty, "could not be sent", "sms_not_sent"),
        NOTHING(
                (vonage, number) -> vonage.answersAfter(number, Duration.ofSeconds(30)),
                "not certain",
                "sms_uncertain"),
        RESET(Vonage::hangsUp, "not certain", "sms_uncertain"),
        NO_CREDIT((vonage, number) -> vonage.answersError(number, 9), "could not be sent", "sms_misconfigured"),
        BARRED((vonage, number) -> vonage.answersError(number, 7), "do not reach this number", "sms_number_rejected");

        private final BiConsumer<Vonage, String> cause;
        private final String message;
        private final String event;

        Trouble(BiConsumer<Vonage, String> cause, String message, String event) {
            this.cause = cause;
            this.message = message;
            this.event = event;
        }
    }

    @ParameterizedTest(name = "security 28: {0} is reported on the page after one attempt, and no login completes")
    @EnumSource
    void trouble(Trouble trouble) {
        trouble.cause.accept(VONAGE, number);
        Page page = REALM.signIn(browser, user).page();
        assertEquals("login-strongroom-code", page.id());

        Page failed = await().atMost(Duration.ofSeconds(10))
                .until(() -> page.refresh().page(), fresh -> fresh.has("[data-strongroom-status=failed]"));

        assertTrue(failed.text().contains(trouble.message), failed::toString);
        assertTrue(failed.has("button[name=resend]"), "offers another message");
        assertEquals(
                trouble.event,
                REALM.awaitEvent(user, "CUSTOM_REQUIRED_ACTION_ERROR").getError());
        assertFalse(REALM.sessions(user).elements().hasNext());
        assertEquals(1, VONAGE.texts(number).size(), "sent once, not again automatically");
    }

    @Test
    @DisplayName("X4 do not stop attempts if it is the only vendor, and the first accepted message completes its login")
    void onlyVendor() {
        for (int i = 0; i < 15; i++) {
            String down = PhoneNumbers.next();
            VONAGE.answersStatus(down, 500);
            REALM.signIn(new Browser(), REALM.addUser("down" + down.substring(8), spec -> spec.number(down)));
            VONAGE.awaitTexts(down, 1);
        }

        REALM.signIn(browser, user)
                .page()
                .submit("code", VONAGE.awaitCode(number))
                .signedIn();
    }

    @Test
    @DisplayName("X4 do not delay the page, which appears while the message is still being sent")
    void hanging() {
        VONAGE.answersAfter(number, Duration.ofSeconds(30));
        Page page = REALM.signIn(browser, user).page();

        assertEquals("login-strongroom-code", page.id());
        assertTrue(page.has("[data-strongroom-status=sending]"), page::toString);
    }

    @Test
    @DisplayName("never put a code or a full number into an event")
    void events() {
        Page page = REALM.signIn(browser, user).page();
        String code = VONAGE.awaitCode(number);
        page.submit("code", Vonage.otherThan(code)).page().submit("code", code).signedIn();

        REALM.events(user).forEach(event -> {
            String shown = event.getDetails() + "";
            assertFalse(shown.contains(code) || shown.contains(number.substring(1)), shown);
        });
    }
}

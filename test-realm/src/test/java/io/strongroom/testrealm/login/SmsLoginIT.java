package io.strongroom.testrealm.login;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
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
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

@Order(1)
@DisplayName("A login with a code by text message")
class SmsLoginIT {
    private static final TestRealm REALM =
            TestRealm.create("sms", Map.of("twoFactor.enforcement", "required", "twoFactor.methods", "sms"));
    private static final Vonage VONAGE = Harness.vonage();

    private final String number = PhoneNumbers.next();
    private final TestUser user = REALM.addUser("user" + number.substring(1), spec -> spec.number(number));
    private final Browser browser = new Browser();

    private Page codePage() {
        return REALM.signIn(browser, user).page();
    }

    @Test
    @DisplayName("D2 C11 a six-digit code is sent to the user's phone, and typing it in completes the login")
    void code() {
        Page page = codePage();
        String code = VONAGE.awaitCode(number);

        assertEquals("login-strongroom-code", page.id());
        assertEquals(6, code.length());
        assertTrue(page.submit("code", code).signedIn().code().isPresent());
        assertTrue(VONAGE.texts(number).get(0).contains("Tenant " + REALM.name()));
    }

    @Test
    @DisplayName("D2 security 26: the page shows only the last two digits of the number and is never cached")
    void masked() {
        Page page = codePage();

        assertTrue(page.text().contains("•••" + number.substring(number.length() - 2)), page::toString);
        assertFalse(page.html().contains(number.substring(1)));
        assertTrue(page.headers().firstValue("Cache-Control").orElse("").contains("no-store"));
    }

    @Test
    @DisplayName("O2 O6 every login asks for a new code")
    void everyLogin() {
        codePage().submit("code", VONAGE.awaitCode(number)).signedIn();
        Page again = REALM.signIn(new Browser(), user).page();

        assertEquals("login-strongroom-code", again.id());
        assertNotEquals(VONAGE.awaitCode(number, 1), VONAGE.awaitCode(number, 2));
    }

    @Test
    @DisplayName("a code typed with spaces, or in non-ASCII digits, is accepted")
    void typing() {
        Page page = codePage();
        String code = VONAGE.awaitCode(number);
        String arabic = code.chars()
                .map(digit -> digit - '0' + '٠')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .insert(3, ' ')
                .toString();

        page.submit("code", arabic).signedIn();
    }

    @Test
    @DisplayName("a wrong code shows an error with the entries left, and after five the right code is refused too")
    void wrong() {
        Page page = codePage();
        String code = VONAGE.awaitCode(number);
        String wrong = Vonage.otherThan(code);

        Page first = page.submit("code", wrong).page();
        assertTrue(first.message().contains("4 attempts left"), first::toString);
        Page last = first;
        for (int i = 0; i < 4; i++) {
            last = last.submit("code", wrong).page();
        }
        assertTrue(last.message().contains("too many wrong entries"), last::toString);

        Page right = last.submit("code", code).page();
        assertTrue(right.message().contains("too many wrong entries"), right::toString);
        assertTrue(right.has("button[name=resend]"), "offers another message");
        assertEquals(
                "invalid_user_credentials",
                REALM.awaitEvent(user, "LOGIN_ERROR").getError());
    }

    @Test
    @DisplayName("after five wrong entries the next login has to wait as well")
    void waits() {
        Page page = codePage();
        String wrong = Vonage.otherThan(VONAGE.awaitCode(number));
        for (int i = 0; i < 5; i++) {
            page = page.submit("code", wrong).page();
        }

        Page elsewhere = REALM.signIn(new Browser(), user).page();
        Page waiting = elsewhere.submit("code", VONAGE.awaitCode(number, 2)).page();

        assertTrue(waiting.message().contains("Please wait"), waiting::toString);
        assertFalse(REALM.sessions(user).elements().hasNext());
    }

    @Test
    @DisplayName("an entry that can't be a code shows an error and is not counted")
    void noCode() {
        Page page = codePage();
        for (String nothing : new String[] {"", "12345", "1234567", "abcdef", "<b>1</b>"}) {
            page = page.submit("code", nothing).page();
            assertEquals("Please enter the code from the text message.", page.message());
        }
        page.submit("code", VONAGE.awaitCode(number)).signedIn();
    }

    @Test
    @DisplayName("a code that completed a login is reported as used and completes no other")
    void used() {
        Page page = codePage();
        Page secondTab = REALM.signIn(browser, user).page();
        String code = VONAGE.awaitCode(number);
        page.submit("code", code).signedIn();

        var landing = secondTab.submit("code", code);

        assertEquals(1, VONAGE.texts(number).size());
        assertEquals(1, REALM.sessions(user).size(), () -> "one session, not " + landing);
    }

    @Test
    @DisplayName("an expired code shows an error with a next step")
    void expired() {
        REALM.setAttribute("twoFactor.sms.codeTtlSeconds", "60");
        try {
            Page page = codePage();
            String code = VONAGE.awaitCode(number);
            await().atMost(Duration.ofSeconds(80))
                    .pollInterval(Duration.ofSeconds(1))
                    .until(() -> !page.refresh().page().has("input[name=code][autofocus]"));

            Page expired = page.refresh().page().submit("code", code).page();

            assertTrue(expired.message().contains("expired"), expired::toString);
            Page resent = expired.press("resend").page();
            resent.submit("code", VONAGE.awaitCode(number, 2)).signedIn();
        } finally {
            REALM.setAttribute("twoFactor.sms.codeTtlSeconds", null);
        }
    }

    @Test
    @DisplayName(
            "refreshing, going back or opening a second tab neither sends another message nor invalidates the first "
                    + "code")
    void noSecondMessage() {
        Page page = codePage();
        String code = VONAGE.awaitCode(number);
        page.refresh().page();
        page.refresh().page();
        Page back = REALM.loginPage(browser);
        Page secondTab = back.submit(Map.of("username", user.name(), "password", user.password()))
                .page();

        assertEquals("login-strongroom-code", secondTab.id());
        secondTab.submit("code", code).signedIn();
        assertEquals(1, VONAGE.texts(number).size());
    }

    @Test
    @DisplayName("users have to wait before another message, and the server enforces the wait")
    void resendWaits() {
        Page page = codePage();
        String code = VONAGE.awaitCode(number);

        Page early = page.press("resend").page();

        assertTrue(early.message().matches(".*another message in \\d+ seconds.*"), early::toString);
        assertEquals(1, VONAGE.texts(number).size());
        early.submit("code", code).signedIn();
    }

    @Test
    @DisplayName("a new message after the wait has a new code and invalidates the old one")
    void resend() {
        Page page = codePage();
        String first = VONAGE.awaitCode(number);
        await().atMost(Duration.ofSeconds(45))
                .pollInterval(Duration.ofSeconds(1))
                .until(() -> !page.refresh().page().has("[data-strongroom-wait]"));

        Page resent = page.refresh().page().press("resend").page();
        String second = VONAGE.awaitCode(number, 2);
        Page old = resent.submit("code", first).page();

        assertAll(
                () -> assertNotEquals(first, second),
                () -> assertTrue(old.message().contains("4 attempts left"), old::toString));
        old.submit("code", second).signedIn();
    }

    @Test
    @DisplayName("a code is not valid in another browser")
    void otherBrowser() {
        codePage();
        String code = VONAGE.awaitCode(number);
        Page elsewhere = REALM.signIn(new Browser(), user).page();
        String codeThere = VONAGE.awaitCode(number, 2);
        Page refused = elsewhere.submit("code", code).page();

        assertTrue(refused.message().contains("not right"), refused::toString);
        refused.submit("code", codeThere).signedIn();
    }

    @Test
    @DisplayName("the message and the page are in the user's language")
    void german() {
        Page page = REALM.signIn(new Browser("de"), user).page();

        assertTrue(page.text().contains("Code eingeben"), page::toString);
        assertTrue(VONAGE.awaitTexts(number, 1).get(0).contains("ist Ihr Code"));
    }
}

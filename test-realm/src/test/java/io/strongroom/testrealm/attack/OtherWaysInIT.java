package io.strongroom.testrealm.attack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.strongroom.testrealm.harness.Browser;
import io.strongroom.testrealm.harness.Harness;
import io.strongroom.testrealm.harness.Page;
import io.strongroom.testrealm.harness.PhoneNumbers;
import io.strongroom.testrealm.harness.SamlService;
import io.strongroom.testrealm.harness.TestRealm;
import io.strongroom.testrealm.harness.TestUser;
import io.strongroom.testrealm.harness.Vonage;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("X1 Logins that do not begin with a password on the login page")
class OtherWaysInIT {
    private static final Vonage VONAGE = Harness.vonage();
    private static final TestRealm REALM = TestRealm.create("ways", realm -> {
                realm.getAttributes().putAll(Map.of("twoFactor.enforcement", "required", "twoFactor.methods", "sms"));
                realm.setResetPasswordAllowed(true);
                realm.setRegistrationAllowed(true);
                return realm;
            })
            .withMail();

    private final String number = PhoneNumbers.next();
    private final Browser browser = new Browser();

    private TestUser user() {
        return REALM.addUser("user" + number.substring(1), spec -> spec.number(number));
    }

    private void assertCodeComesBefore(String template, Page page) {
        assertEquals("login-strongroom-code", page.id(), page::toString);
        assertEquals(List.of(), VONAGE.texts(number), "nobody has asked for a message yet");
        Page asked = page.press("resend").page();
        Page next = asked.submit("code", VONAGE.awaitCode(number)).page();
        assertEquals(template, next.id(), next::toString);
    }

    @Test
    @DisplayName("security 24: a password reset link asks for the code before a new password can be entered")
    void passwordReset() {
        TestUser user = user();
        Page forgotten =
                REALM.loginPage(browser).click("a[href*=reset-credentials]").page();
        forgotten.submit("username", user.name());

        Page page = browser.open(MailedLink.to(user)).page();

        assertCodeComesBefore("login-login-update-password", page);
    }

    @Test
    @DisplayName("an e-mailed link to required actions asks for the code before the first action")
    void actionMail() {
        TestUser user = user();
        REALM.admin()
                .put(
                        REALM.path("/users/" + user.id() + "/execute-actions-email"),
                        List.of("CONFIGURE_TOTP", "UPDATE_PASSWORD"));

        Page announced = browser.open(MailedLink.to(user)).page();
        Page page = announced.click("#kc-info-message a").page();

        assertCodeComesBefore("login-strongroom-totp-setup", page);
        assertFalse(REALM.sessions(user).elements().hasNext());
    }

    @Test
    @DisplayName(
            "X3 a mail server that opens links and follows redirects never triggers a message, however often it does "
                    + "so")
    void mailScanner() {
        TestUser user = user();
        REALM.loginPage(new Browser())
                .click("a[href*=reset-credentials]")
                .page()
                .submit("username", user.name());
        URI reset = MailedLink.to(user);
        REALM.admin().put(REALM.path("/users/" + user.id() + "/execute-actions-email"), List.of("UPDATE_PASSWORD"));
        URI actions = MailedLink.to(user, 2);

        for (int visit = 0; visit < 12; visit++) {
            Browser scanner = new Browser();
            scanner.open(reset).page().refresh();
            scanner.open(actions).page().click("#kc-info-message a").page().refresh();
        }

        assertEquals(List.of(), VONAGE.texts(number));
        Page page = browser.open(reset).page();
        assertTrue(page.has("[data-strongroom-status=none]"), page::toString);
        assertTrue(page.has("#strongroom-resend[autofocus]"), page::toString);
        assertCodeComesBefore("login-login-update-password", page);
        assertEquals(1, VONAGE.texts(number).size());
    }

    @Test
    @DisplayName("a newly registered user sets up a number before using the account")
    void registration() {
        String name = "newcomer" + number.substring(1);
        Page form = REALM.loginPage(browser).click("#kc-registration a").page();
        Page page = form.submit(Map.of(
                        "username",
                        name,
                        "password",
                        "a password of their own",
                        "password-confirm",
                        "a password of their own",
                        "email",
                        name + "@example.com",
                        "firstName",
                        "New",
                        "lastName",
                        "Comer"))
                .page();

        assertEquals("login-strongroom-phone", page.id(), page::toString);
        assertTrue(browser.open(REALM.app().authorize().with("prompt", "none"))
                .returned()
                .error()
                .isPresent());
    }

    @Test
    @DisplayName("SAML ECP, which has no pages, does not accept the password alone")
    void samlForPrograms() {
        TestRealm realm = TestRealm.create("ecp");
        SamlService service = SamlService.addTo(realm);
        TestUser user = realm.addUser("user", spec -> spec.number(number));
        assertTrue(service.answerToProgram(user).contains("status:Success"));

        realm.setAttribute("twoFactor.enforcement", "required");

        String refused = service.answerToProgram(user);
        assertFalse(refused.contains("status:Success") || refused.contains("<saml:Assertion"), refused);
    }
}

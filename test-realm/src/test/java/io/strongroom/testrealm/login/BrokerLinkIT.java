package io.strongroom.testrealm.login;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.strongroom.testrealm.harness.AuthenticatorApp;
import io.strongroom.testrealm.harness.AuthorizationRequest;
import io.strongroom.testrealm.harness.Browser;
import io.strongroom.testrealm.harness.Harness;
import io.strongroom.testrealm.harness.Landing;
import io.strongroom.testrealm.harness.Page;
import io.strongroom.testrealm.harness.PhoneNumbers;
import io.strongroom.testrealm.harness.TestRealm;
import io.strongroom.testrealm.harness.TestUser;
import io.strongroom.testrealm.harness.Vonage;
import io.strongroom.testrealm.mail.MailServer.Mail;
import io.strongroom.testrealm.support.ComposedFlow;
import io.strongroom.testrealm.support.IdentityProvider;
import io.strongroom.testrealm.support.RealmFlow;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * The tenant {@code work} trusts the second factor of {@code home}, where an attacker has an account of the same
 * name.
 */
@DisplayName("A link that is added automatically between an account and a trusted identity provider")
class BrokerLinkIT {
    private static final Vonage VONAGE = Harness.vonage();

    private final TestRealm home = TestRealm.create("linkhome");
    private final TestRealm work = TestRealm.create(
            "linkwork",
            Map.of(
                    "twoFactor.enforcement", "required",
                    "twoFactor.methods", "sms",
                    "twoFactor.trustedProviders", "home"));
    private final String number = PhoneNumbers.next();
    private final TestUser atHome = home.addUser("double", spec -> spec);

    @BeforeEach
    void connect() {
        IdentityProvider.connect(home, work, "home");
    }

    /** Logs in through the provider, with an account there. */
    private Landing throughHome(Browser browser) {
        return atHome(browser, browser.open(work.app().authorize()).page().click("#social-home"));
    }

    private Landing atHome(Browser browser, Landing provider) {
        return provider.page().submit(Map.of("username", atHome.name(), "password", atHome.password()));
    }

    /** Confirms the link to the account at work with its password. */
    private Landing link(Browser browser, TestUser account) {
        return password(browser).submit("password", account.password());
    }

    private Page password(Browser browser) {
        Page confirm = throughHome(browser).page();
        assertEquals("login-login-idp-link-confirm", confirm.id(), confirm::toString);
        Page password = confirm.form("submitAction")
                .press("submitAction", "linkAccount")
                .page();
        assertTrue(password.hasField("password"), password::toString);
        return password;
    }

    private static void assertAsksForCode(Landing landing) {
        assertEquals(
                "login-strongroom-code",
                landing.page().id(),
                () -> landing.page().toString());
    }

    private static AuthorizationRequest linkRequest(TestRealm realm) {
        return realm.app().authorize().with("kc_action", "idp_link:home");
    }

    @Test
    @DisplayName("X16 X1 does not replace the account's factor, then or later, if it was made with the password alone")
    void passwordAlone() {
        TestUser victim = work.addUser("double", spec -> spec.number(number));

        assertAsksForCode(link(new Browser(), victim));
        assertAsksForCode(throughHome(new Browser()));
        assertEquals(0, work.sessions(victim).size());
    }

    @Test
    @DisplayName("X10 X16 is reported once to the account's owner if it was made with the password alone")
    void mailed() {
        String address = "link" + number.substring(8) + "@example.com";
        TestUser victim = work.addUser("double", spec -> spec.number(number).with(user -> user.setEmail(address)));

        Page password = password(new Browser());
        work.withMail(); // not from the start: Keycloak would verify the link by a mail instead
        password.submit("password", victim.password()).page();
        throughHome(new Browser()).page();

        Mail mail = Harness.mailbox().await(address);
        assertEquals("Tenant " + work.name() + ": your account was linked to an identity provider", mail.subject());
        assertTrue(mail.text().contains("Identity provider: home"), mail::text);
        assertTrue(mail.text().contains("If this was not you"), mail::text);
        work.removeCredential(victim, work.credentialId(victim, "sms-otp"));
        assertEquals(2, Harness.mailbox().await(address, 2).size());
    }

    @Test
    @DisplayName("X16 X1 does not replace the factor if the login is abandoned before the guard, in a post-broker flow")
    void leftInBetween() {
        ComposedFlow.create(work, "after", List.of("auth-password-form"));
        IdentityProvider.change(work, "home", provider -> {
            provider.setPostBrokerLoginFlowAlias("after");
            return provider;
        });
        TestUser victim = work.addUser("double", spec -> spec.number(number));
        link(new Browser(), victim).page();

        Page after = throughHome(new Browser()).page();
        assertTrue(after.hasField("password"), after::toString);
        assertAsksForCode(after.submit("password", victim.password()));
    }

    @Test
    @DisplayName(
            "X16 X18 leaves a post-broker flow to ask for the app, although the rule would ask for a number without "
                    + "the provider")
    void flowAfterwards() {
        RealmFlow.create(work, "after")
                .sub("app after", "CONDITIONAL")
                .add("conditional-user-configured", "REQUIRED")
                .add("auth-otp-form", "REQUIRED");
        IdentityProvider.change(work, "home", provider -> {
            provider.setPostBrokerLoginFlowAlias("after");
            return provider;
        });
        String secret = "secret-of-" + number.substring(1);
        TestUser user = work.addUser("double", spec -> spec.number(number).app(secret));
        IdentityProvider.link(work, user, "home", atHome);

        Page after = throughHome(new Browser()).page();

        assertEquals("login-login-otp", after.id(), after::toString);
        after.submit("otp", AuthenticatorApp.ofStored(secret).code()).signedIn();
        assertEquals(0, VONAGE.texts(number).size());
    }

    @Test
    @DisplayName("X16 makes the provider's factor count once the account's own factor has been passed through it")
    void proven() {
        TestUser user = work.addUser("double", spec -> spec.number(number));

        link(new Browser(), user)
                .page()
                .submit("code", VONAGE.awaitCode(number))
                .signedIn();

        throughHome(new Browser()).signedIn();
        assertEquals(1, VONAGE.texts(number).size());
    }

    @Test
    @DisplayName("X16 counts if there is no factor it could replace and has to be proven once there is one")
    void noFactor() {
        TestUser user = work.addUser("double", spec -> spec);
        link(new Browser(), user).signedIn();
        throughHome(new Browser()).signedIn();

        Page page = work.signIn(new Browser(), user).page();
        page.submit("phoneNumber", number)
                .page()
                .submit("code", VONAGE.awaitCode(number))
                .signedIn();

        assertAsksForCode(throughHome(new Browser()));
    }

    @Test
    @DisplayName("X16 counts at once if it is made from a session that has passed the factor")
    void fromTheAccount() {
        TestUser user = work.addUser("double", spec -> spec.number(number));
        Browser browser = new Browser();
        work.signIn(browser, user)
                .page()
                .submit("code", VONAGE.awaitCode(number))
                .signedIn();

        Page confirm = browser.open(linkRequest(work)).page();
        Landing linked = atHome(browser, confirm.press("continue"));

        assertEquals("success", linked.signedIn().parameter("kc_action_status").orElseThrow());
        throughHome(new Browser()).signedIn();
        assertEquals(1, VONAGE.texts(number).size());
    }

    @Test
    @DisplayName("X16 C14 does not replace the session's own factor once that factor no longer counts")
    void linkedInMidSession() {
        TestUser user = work.addUser("double", spec -> spec.number(number));
        Browser browser = new Browser();
        work.signIn(browser, user)
                .page()
                .submit("code", VONAGE.awaitCode(number))
                .signedIn();
        AuthorizationRequest silent = work.confidentialApp().authorize().with("prompt", "none");
        atHome(browser, browser.open(linkRequest(work)).page().press("continue"))
                .signedIn();
        browser.open(silent).signedIn();

        work.credentials(user, "sms-otp").forEach(passed -> work.removeCredential(user, passed.getId()));

        assertTrue(browser.open(silent).returned().error().isPresent(), "the session is asked again");
        throughHome(new Browser()).signedIn();
    }

    @Test
    @DisplayName("X16 cannot be made from a session that has not passed the factor")
    void fromASessionFromBefore() {
        work.setAttribute("twoFactor.enforcement", "off");
        TestUser user = work.addUser("double", spec -> spec.number(number));
        Browser browser = new Browser();
        work.signIn(browser, user).signedIn();
        work.setAttribute("twoFactor.enforcement", "required");

        assertAsksForCode(browser.open(linkRequest(work)));
    }
}

package io.strongroom.testrealm.attack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.strongroom.testrealm.harness.AuthenticatorApp;
import io.strongroom.testrealm.harness.Browser;
import io.strongroom.testrealm.harness.Landing;
import io.strongroom.testrealm.harness.Page;
import io.strongroom.testrealm.harness.PhoneNumbers;
import io.strongroom.testrealm.harness.TestGroup;
import io.strongroom.testrealm.harness.TestRealm;
import io.strongroom.testrealm.harness.TestUser;
import io.strongroom.testrealm.support.EmailCodes;
import io.strongroom.testrealm.support.IdentityProvider;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("security 20 X19 A thief who reads the user's mailbox")
class MailboxLoginIT {
    private static final TestRealm REALM = EmailCodes.realm("mailbox", Map.of());

    private final String name = "joanna" + PhoneNumbers.next().substring(6);
    private final Browser thief = new Browser();

    private static void assertRefused(Page page, TestUser user) {
        assertEquals("login-strongroom-refused", page.id(), page::toString);
        assertTrue(page.text().contains("began with a link from your mailbox"), page::text);
        assertEquals(List.of(), EmailCodes.mails(user));
    }

    private Page openReset(TestRealm realm, TestUser user) {
        realm.loginPage(thief).click("a[href*=reset-credentials]").page().submit("username", user.name());
        return thief.open(MailedLink.to(user)).page();
    }

    @Test
    @DisplayName("gets no code in a login that began with a link for a new password, and sets up no other factor")
    void reset() {
        TestUser user = REALM.addUser(name);

        assertRefused(openReset(REALM, user), user);
    }

    @Test
    @DisplayName("gets no code after restarting such a login, even with the password")
    void restarted() {
        TestUser user = REALM.addUser(name);
        Page refused = openReset(REALM, user);

        Page login = refused.click("#strongroom-restart").page();
        assertRefused(
                login.submit(Map.of("username", user.name(), "password", user.password()))
                        .page(),
                user);
    }

    @Test
    @DisplayName("gets no code in another tab of the browser")
    void otherTab() {
        TestUser user = REALM.addUser(name);
        openReset(REALM, user);

        assertRefused(REALM.signIn(thief, user).page(), user);
    }

    @Test
    @DisplayName("gets no code in a login that began with a link to required actions")
    void actionMail() {
        TestUser user = REALM.addUser(name);
        REALM.admin()
                .put(
                        REALM.path("/users/" + user.id() + "/execute-actions-email?client_id=app&redirect_uri="
                                + "http%3A%2F%2Fapp.test%2Fcallback"),
                        List.of("UPDATE_PASSWORD"));

        Page info = thief.open(MailedLink.to(user)).page();
        assertRefused(info.click("a[href*=action-token]").page(), user);
    }

    @Test
    @DisplayName("is asked for the user's app, and e-mail is not offered beside it")
    void otherFactor() {
        TestUser user = REALM.addUser(name, spec -> spec.app("secret-of-" + name));

        Page page = openReset(REALM, user);

        assertEquals("login-strongroom-totp", page.id(), page::toString);
        assertFalse(page.has("button[value=email]"), page::toString);
        Page password = page.submit(
                        "code", AuthenticatorApp.ofStored("secret-of-" + name).code())
                .page();
        assertEquals("login-login-update-password", password.id(), password::toString);
    }

    @Test
    @DisplayName("gets no code after setting a password by a link for an application that excludes the data room")
    void narrowed() {
        TestRealm realm = EmailCodes.realm("narrowmail", Map.of("twoFactor.enforcement", "off"));
        TestGroup room = realm.addGroup(
                "Falcon", Map.of("dataRoom", "true", "twoFactor.enforced", "true", "twoFactor.methods", "email"));
        TestGroup elsewhere = realm.addGroup("Eagle", Map.of("dataRoom", "true"));
        realm.addClient("narrow", client -> {
            client.getAttributes().put("twoFactor.dataRooms", elsewhere.path());
            return client;
        });
        TestUser user = realm.addUser(name, spec -> spec.memberOf(room));
        thief.open(realm.app("narrow").authorize())
                .page()
                .click("a[href*=reset-credentials]")
                .page()
                .submit("username", user.name());
        Page password = thief.open(MailedLink.to(user)).page();
        assertEquals("login-login-update-password", password.id(), password::toString);
        password.submit(Map.of("password-new", "of the thief", "password-confirm", "of the thief"));

        Landing joined = thief.open(realm.app().authorize());
        assertRefused(joined.page(), user);
        Page fresh = realm.signIn(new Browser(), new TestUser(user.id(), user.name(), "of the thief"))
                .page();
        assertEquals("login-strongroom-refused", fresh.id(), fresh::toString);
        assertEquals(List.of(), EmailCodes.mails(user));
    }

    @Test
    @DisplayName("gets no code in a login through a provider that was linked by a link from the mailbox, then or later")
    void providerLink() {
        TestRealm home = TestRealm.create("mailhome");
        TestRealm work = EmailCodes.realm("mailwork", Map.of());
        IdentityProvider.connect(home, work, "home");
        TestUser atHome = home.addUser(name);
        TestUser victim = work.addUser(name);
        Page confirm = throughHome(work, atHome, thief);
        assertEquals("login-login-idp-link-confirm", confirm.id(), confirm::toString);
        confirm.form("submitAction").press("submitAction", "linkAccount");

        Page linked = thief.open(MailedLink.to(victim)).page();
        assertRefused(linked, victim);
        assertRefused(throughHome(work, atHome, new Browser()), victim);
    }

    @Test
    @DisplayName("gets no code if the link is opened in another browser than the login through the provider")
    void providerLinkElsewhere() {
        TestRealm home = TestRealm.create("mailhome");
        TestRealm work = EmailCodes.realm("mailwork", Map.of());
        IdentityProvider.connect(home, work, "home");
        TestUser atHome = home.addUser(name);
        TestUser victim = work.addUser(name);
        Page confirm = throughHome(work, atHome, thief);
        confirm.form("submitAction").press("submitAction", "linkAccount");
        Browser elsewhere = new Browser();
        Page info = elsewhere.open(MailedLink.to(victim)).page();
        info.click("a[href*=action-token]");

        assertRefused(throughHome(work, atHome, new Browser()), victim);
    }

    private static Page throughHome(TestRealm work, TestUser atHome, Browser browser) {
        return browser.open(work.app().authorize())
                .page()
                .click("#social-home")
                .page()
                .submit(Map.of("username", atHome.name(), "password", atHome.password()))
                .page();
    }

    @Test
    @DisplayName("does not affect a later login of the owner in another browser")
    void owner() {
        TestUser user = REALM.addUser(name);
        openReset(REALM, user);

        REALM.signIn(new Browser(), user)
                .page()
                .submit("code", EmailCodes.await(user))
                .signedIn();
    }
}

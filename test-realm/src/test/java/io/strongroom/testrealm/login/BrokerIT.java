package io.strongroom.testrealm.login;

import static io.strongroom.testrealm.support.StrongroomClaims.amr;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.strongroom.testrealm.harness.App;
import io.strongroom.testrealm.harness.AuthorizationRequest;
import io.strongroom.testrealm.harness.Browser;
import io.strongroom.testrealm.harness.Harness;
import io.strongroom.testrealm.harness.Landing;
import io.strongroom.testrealm.harness.Page;
import io.strongroom.testrealm.harness.PhoneNumbers;
import io.strongroom.testrealm.harness.TestRealm;
import io.strongroom.testrealm.harness.TestUser;
import io.strongroom.testrealm.harness.Vonage;
import io.strongroom.testrealm.support.IdentityProvider;
import io.strongroom.testrealm.support.StrongroomClaims;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.keycloak.representations.idm.CredentialRepresentation;

/** The tenant {@code work} accepts users of the tenant {@code home}, its identity provider. */
@Order(1)
@DisplayName("A user who logs in through another tenant")
class BrokerIT {
    private static final Vonage VONAGE = Harness.vonage();

    private final TestRealm home = TestRealm.create("home");
    private final TestRealm work = TestRealm.create("work");
    private final App app = work.addClient("claims-app", StrongroomClaims::into);
    private final String homeNumber = PhoneNumbers.next();
    private final String workNumber = PhoneNumbers.next();
    private final TestUser user = home.addUser("traveller", spec -> spec.number(homeNumber));
    private final Browser browser = new Browser();

    // Arrangement

    private void connect(String alias) {
        IdentityProvider.connect(home, work, alias);
    }

    private static void require(TestRealm realm) {
        realm.setAttribute("twoFactor.enforcement", "required");
        realm.setAttribute("twoFactor.methods", "sms");
    }

    // The way of a user

    private Landing signIn(String alias) {
        return comeBack(throughProvider(alias, app.authorize()));
    }

    private Page throughProvider(String alias, AuthorizationRequest request) {
        Page login = browser.open(request).page();
        assertAt(work, login);
        Page provider = login.click("#social-" + alias).page();
        assertAt(home, provider);
        return provider;
    }

    private Landing comeBack(Page provider) {
        return provider.submit(Map.of("username", user.name(), "password", user.password()));
    }

    private static void assertAt(TestRealm realm, Page page) {
        assertTrue(page.uri().toString().startsWith(realm.uri() + "/"), page::toString);
    }

    private TestUser travellerAtWork() {
        return new TestUser(work.userId(user.name()), user.name(), user.password());
    }

    private void setUpNumber(Page page) {
        assertAt(work, page);
        assertEquals("login-strongroom-phone", page.id(), page::toString);
        page.submit("phoneNumber", workNumber)
                .page()
                .submit("code", VONAGE.awaitCode(workNumber))
                .signedIn();
    }

    private void assertAsksForCode(TestRealm realm, Landing landing) {
        Page page = landing.page();
        assertAt(realm, page);
        assertEquals("login-strongroom-code", page.id(), page::toString);
    }

    // X1, O3

    @Test
    @DisplayName("X1 O3 sets up a factor right after the provider's login, and is asked for it at the next login")
    void setUpThenAsked() {
        connect("home");
        require(work);

        setUpNumber(signIn("home").page());

        Browser other = new Browser();
        Page provider = other.open(app.authorize()).page().click("#social-home").page();
        assertAsksForCode(work, comeBack(provider));
    }

    @Test
    @DisplayName("X1 security 24: gets no session through the broker before the factor is set up")
    void noSessionBefore() {
        connect("home");
        require(work);
        signIn("home").page();

        assertEquals(0, work.sessions(travellerAtWork()).size());
        browser.open(app.authorize()).page();
        assertEquals(
                "login_required",
                browser.open(app.authorize().with("prompt", "none"))
                        .returned()
                        .error()
                        .orElseThrow());
    }

    @Test
    @DisplayName(
            "O3 goes through the provider again, which asks for the password, if the session is older than the rule")
    void signedInBefore() {
        connect("home");
        signIn("home").signedIn();
        require(work);

        Page login = browser.open(app.authorize()).page();
        assertAt(work, login);
        assertEquals("login-login", login.id(), login::toString);
        Page provider = login.click("#social-home").page();
        assertAt(home, provider);
        assertTrue(provider.hasField("password"), provider::toString);

        setUpNumber(provider.submit("password", user.password()).page());
    }

    // X16

    @Test
    @DisplayName("X16 is not asked again after a login through a trusted provider, even in another application")
    void trusted() {
        connect("home");
        require(work);
        work.setAttribute("twoFactor.trustedProviders", "home");

        signIn("home").signedIn();

        browser.open(work.app().authorize()).signedIn();
        assertEquals(0, VONAGE.texts(homeNumber).size());
    }

    @Test
    @DisplayName("X16 is asked as usual after a login through another provider or by password")
    void onlyTheTrusted() {
        connect("home");
        connect("other");
        require(work);
        work.setAttribute("twoFactor.trustedProviders", "home");
        TestUser local = work.addUser("local", spec -> spec.number(workNumber));

        assertEquals("login-strongroom-phone", signIn("other").page().id());
        assertAsksForCode(work, work.signIn(new Browser(), local));
    }

    @Test
    @DisplayName("X16 is not asked if the trusted provider's token has an amr with a second factor")
    void trustedByAmr() {
        IdentityProvider.connect(home, work, "home", StrongroomClaims::into);
        require(home);
        require(work);
        work.setAttribute("twoFactor.trustedProviders", "home:amr");

        Landing atHome = signIn("home");
        assertAsksForCode(home, atHome);
        var tokens = app.exchange(
                atHome.page().submit("code", VONAGE.awaitCode(homeNumber)).signedIn());

        assertTrue(
                !amr(tokens.idToken()).contains("pwd"), () -> tokens.idToken().toString());
        browser.open(work.app().authorize()).signedIn();
    }

    @Test
    @DisplayName("X16 is asked if the trusted provider's token reports a password only")
    void passwordOnlyAtProvider() {
        IdentityProvider.connect(home, work, "home", StrongroomClaims::into);
        require(work);
        work.setAttribute("twoFactor.trustedProviders", "home:amr");

        setUpNumber(signIn("home").page());
    }

    @Test
    @DisplayName("X16 is asked if the trusted provider's token has no amr")
    void silentToken() {
        connect("home");
        require(home);
        require(work);
        work.setAttribute("twoFactor.trustedProviders", "home:amr");

        Page back = signIn("home")
                .page()
                .submit("code", VONAGE.awaitCode(homeNumber))
                .page();

        setUpNumber(back);
    }

    @Test
    @DisplayName("X16 is asked for a data room's own number, even if a trusted provider vouches for the user")
    void dataRoom() {
        connect("home");
        require(work);
        work.setAttribute("twoFactor.trustedProviders", "home");
        signIn("home").signedIn();
        var room = work.addGroup("Falcon", Map.of("dataRoom", "true", "twoFactor.enforced", "true"));
        work.join(travellerAtWork(), room);

        Page page = browser.open(app.authorize()).page();

        assertEquals("login-login", page.id(), page::toString);
    }

    @Test
    @DisplayName(
            "X16 is asked after entering a password later, because a trusted provider vouches only for its own login")
    void notForAPassword() {
        connect("home");
        require(work);
        work.setAttribute("twoFactor.trustedProviders", "home");
        signIn("home").signedIn();
        CredentialRepresentation password = new CredentialRepresentation();
        password.setType("password");
        password.setValue("of work");
        work.admin().put(work.path("/users/" + travellerAtWork().id() + "/reset-password"), password);

        Page login = browser.open(app.authorize().with("prompt", "login")).page();
        Landing landing = login.submit("password", "of work");

        assertEquals("login-strongroom-phone", landing.page().id());
    }
}

package io.strongroom.testrealm.screens;

import static org.awaitility.Awaitility.await;

import io.strongroom.testrealm.harness.AuthenticatorApp;
import io.strongroom.testrealm.harness.AuthorizationRequest;
import io.strongroom.testrealm.harness.Browser;
import io.strongroom.testrealm.harness.Harness;
import io.strongroom.testrealm.harness.Page;
import io.strongroom.testrealm.harness.PhoneNumbers;
import io.strongroom.testrealm.harness.TestRealm;
import io.strongroom.testrealm.harness.TestUser;
import io.strongroom.testrealm.harness.UserSpec;
import io.strongroom.testrealm.harness.Vonage;
import java.time.Duration;
import java.util.function.UnaryOperator;

/** A new user with a phone and an app, in a browser of one language, at an application with one login theme. */
final class Visit {
    /** This many consecutive wrong codes lock a factor. */
    private static final Vonage VONAGE = Harness.vonage();

    private final String theme;
    private final String language;
    private final String number = PhoneNumbers.next();
    private final String secret = "secret-of-" + number.substring(1);
    private final AuthenticatorApp app = AuthenticatorApp.ofStored(secret);
    private Browser browser;
    private TestUser user;

    Visit(String theme, String language) {
        this.theme = theme;
        this.language = language;
        this.browser = new Browser(language);
    }

    Browser browser() {
        return browser;
    }

    String number() {
        return number;
    }

    /** Of the app. */
    String secret() {
        return secret;
    }

    AuthenticatorApp app() {
        return app;
    }

    /** The signed-in user. */
    TestUser user() {
        return user;
    }

    // Users

    UserSpec withNumber(UserSpec user) {
        return user.number(number);
    }

    UserSpec withApp(UserSpec user) {
        return user.app(secret);
    }

    UserSpec withBoth(UserSpec user) {
        return user.app(secret).number(number);
    }

    UserSpec withLockedNumber(UserSpec user) {
        return user.lockedNumber(number);
    }

    // Actions

    Page signIn(TestRealm realm, UnaryOperator<UserSpec> change) {
        return signIn(realm, Tenants.app(realm, theme).authorize(), change);
    }

    /** Signs in to change something in the user's own account. */
    Page signInFor(TestRealm realm, String action, UnaryOperator<UserSpec> change) {
        return signIn(realm, Tenants.app(realm, theme).authorize().with("kc_action", action), change);
    }

    /** Runs an administrator's action, without signing in as the user. */
    Page actAs(TestRealm realm, UnaryOperator<UserSpec> change) {
        user = realm.addUser("user" + number.substring(1), change);
        realm.impersonate(browser, user);
        return browser.open(Tenants.app(realm, theme).authorize()).page();
    }

    private Page signIn(TestRealm realm, AuthorizationRequest request, UnaryOperator<UserSpec> change) {
        user = realm.addUser("user" + number.substring(1), change);
        return realm.signIn(browser, request, user).page();
    }

    /** Signs in again, in a new browser. */
    Page again(TestRealm realm) {
        browser = new Browser(language);
        return realm.signIn(browser, Tenants.app(realm, theme).authorize(), user)
                .page();
    }

    /** Starts an action while signed in. */
    Page inSession(TestRealm realm, String action) {
        return browser.open(Tenants.app(realm, theme).authorize().with("kc_action", action))
                .page();
    }

    /** Presses a button that switches to another method. */
    Page choose(Page page, String method) {
        return page.form("method").press("method", method).page();
    }

    /** Reloads the page until the message has this status. */
    Page awaitStatus(Page page, String status) {
        return await("status " + status)
                .atMost(Duration.ofSeconds(80))
                .pollInterval(Duration.ofMillis(200))
                .until(() -> page.refresh().page(), now -> now.has("[data-strongroom-status=" + status + "]"));
    }

    String code() {
        return VONAGE.awaitCode(number);
    }

    Page enterWrongCode(Page page, int times) {
        Page answer = page;
        for (int entry = 0; entry < times; entry++) {
            answer = answer.submit("code", Vonage.otherThan(code())).page();
        }
        return answer;
    }
}

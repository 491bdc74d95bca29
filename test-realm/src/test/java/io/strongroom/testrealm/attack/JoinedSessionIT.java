package io.strongroom.testrealm.attack;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.strongroom.testrealm.harness.Browser;
import io.strongroom.testrealm.harness.Harness;
import io.strongroom.testrealm.harness.PhoneNumbers;
import io.strongroom.testrealm.harness.TestRealm;
import io.strongroom.testrealm.harness.TestUser;
import io.strongroom.testrealm.harness.Vonage;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("X18 A user who has passed a factor in a session is not asked again in that session")
class JoinedSessionIT {
    private static final Vonage VONAGE = Harness.vonage();
    private static final TestRealm REALM = TestRealm.create(
                    "joined", Map.of("twoFactor.enforcement", "required", "twoFactor.methods", "sms"))
            .withMail();

    private final String number = PhoneNumbers.next();
    private final Browser browser = new Browser();

    private TestUser signedIn() {
        TestUser user = REALM.addUser("user" + number.substring(1), spec -> spec.number(number));
        REALM.signIn(browser, user)
                .page()
                .submit("code", VONAGE.awaitCode(number))
                .signedIn();
        return user;
    }

    @ParameterizedTest(
            name = "is not asked again if a link from an e-mail was opened in the browser in the meantime: {0}")
    @ValueSource(strings = {"UPDATE_PASSWORD", "VERIFY_EMAIL"})
    void linkOfMail(String action) {
        TestUser user = signedIn();
        REALM.admin().put(REALM.path("/users/" + user.id() + "/execute-actions-email"), List.of(action));
        browser.open(MailedLink.to(user)).page();

        browser.open(REALM.confidentialApp().authorize()).signedIn();
        browser.open(REALM.app().authorize().with("acr_values", "1")).signedIn();
        browser.open(REALM.app().authorize().with("acr_values", "2")).signedIn();
        browser.open(REALM.app().authorize().with("prompt", "none")).signedIn();

        assertEquals(1, VONAGE.texts(number).size());
        assertEquals(1, REALM.sessions(user).size());
    }

    @Test
    @DisplayName("is not asked again if the session's login cookie is missing or belongs to another login")
    void otherLogin() {
        signedIn();
        browser.forgetCookie("AUTH_SESSION_ID");
        browser.open(REALM.confidentialApp().authorize()).signedIn();
        Browser elsewhere = new Browser();
        REALM.loginPage(elsewhere);
        browser.forgetCookie("AUTH_SESSION_ID");
        browser.keepCookie(
                URI.create(REALM.uri() + "/"),
                "AUTH_SESSION_ID",
                elsewhere.cookie("AUTH_SESSION_ID").orElseThrow());

        browser.open(REALM.app().authorize()).signedIn();

        assertEquals(1, VONAGE.texts(number).size());
    }
}

package io.strongroom.testrealm.support;

import io.strongroom.testrealm.harness.Browser;
import io.strongroom.testrealm.harness.Harness;
import io.strongroom.testrealm.harness.TestRealm;
import io.strongroom.testrealm.harness.TestUser;
import java.util.Map;

/** Makes a browser remembered. */
public final class RememberedBrowser {
    private RememberedBrowser() {}

    /** Logs in with the next code for the number, and asks to be remembered. */
    public static void remember(TestRealm realm, Browser browser, TestUser user, String number) {
        realm.signIn(browser, user)
                .page()
                .form("code")
                .with(Map.of("code", Harness.vonage().awaitCode(number), "rememberBrowser", "true"))
                .submit()
                .signedIn();
    }
}

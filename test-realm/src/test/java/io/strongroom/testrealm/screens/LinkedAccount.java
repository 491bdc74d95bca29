package io.strongroom.testrealm.screens;

import io.strongroom.testrealm.harness.Browser;
import io.strongroom.testrealm.harness.Page;
import io.strongroom.testrealm.harness.PhoneNumbers;
import io.strongroom.testrealm.harness.TestRealm;
import io.strongroom.testrealm.harness.TestUser;
import io.strongroom.testrealm.support.IdentityProvider;
import java.util.Map;

/** An account with a number that someone with its password links to an identity provider. */
final class LinkedAccount {
    private static final String NAME = "double";

    private LinkedAccount() {}

    /** @param address where its owner is notified */
    static void make(String address, String language) {
        TestRealm home = TestRealm.create("screens-home");
        TestUser stranger = home.addUser(NAME, spec -> spec);
        TestRealm work = Tenants.realm("screens-work", "sms", Map.of("twoFactor.trustedProviders", "home"));
        IdentityProvider.connect(home, work, "home");
        TestUser owner = work.addUser(
                NAME,
                spec -> spec.number(PhoneNumbers.next())
                        .attribute("locale", language)
                        .with(user -> user.setEmail(address)));

        Page confirm = new Browser()
                .open(work.app().authorize())
                .page()
                .click("#social-home")
                .page()
                .submit(Map.of("username", stranger.name(), "password", stranger.password()))
                .page();
        Page password = confirm.form("submitAction")
                .press("submitAction", "linkAccount")
                .page();
        work.withMail(); // only now: earlier, Keycloak would verify the link by a mail
        password.submit("password", owner.password()).page();
    }
}

package io.strongroom.testrealm.screens;

import io.strongroom.testrealm.harness.PhoneNumbers;
import io.strongroom.testrealm.harness.TestRealm;
import io.strongroom.testrealm.support.TestOrganization;
import java.util.Map;

/** An organization that requires a second factor from a member who has one. */
final class RequiringOrganization {

    private RequiringOrganization() {}

    /** @param address where the member is notified */
    static void announce(String address, String language) {
        TestRealm realm = Tenants.realm("screens-organization", "sms", Map.of("twoFactor.enforcement", "off"))
                .withMail();
        realm.admin().put(realm.path(""), Map.of("organizationsEnabled", true));
        TestOrganization acme = TestOrganization.create(realm, "Acme");
        acme.add(realm.addUser(
                "member",
                spec -> spec.number(PhoneNumbers.next())
                        .attribute("locale", language)
                        .with(user -> user.setEmail(address))));
        realm.admin()
                .put(
                        realm.path("/two-factor/organizations/" + acme.id() + "/policy"),
                        Map.of("enforcement", "required"));
    }
}

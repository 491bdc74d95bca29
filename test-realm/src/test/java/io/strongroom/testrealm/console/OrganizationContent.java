package io.strongroom.testrealm.console;

import io.strongroom.testrealm.harness.AdminApi;
import io.strongroom.testrealm.harness.PhoneNumbers;
import io.strongroom.testrealm.harness.TestRealm;
import io.strongroom.testrealm.harness.TestUser;
import io.strongroom.testrealm.support.TestOrganization;
import java.util.List;
import java.util.Map;

/**
 * A realm of a console with two organizations.
 *
 * @param acme     has a policy of its own, a data room and members of each kind
 * @param umbrella has no policy and one member
 * @param anna     a member of Acme
 * @param stranger a member of Umbrella
 */
record OrganizationContent(
        TestRealm realm, TestOrganization acme, TestOrganization umbrella, TestUser anna, TestUser stranger) {

    static final String LONG_NAME = "an-organization-with-a-name-as-long-as-names-of-law-firms-are";

    /** Creates a realm with organizations, fine-grained permissions and the console's theme. */
    static TestRealm emptyRealm(String label) {
        return TestRealm.create(label, realm -> {
            realm.setAdminTheme("strongroom");
            realm.setOrganizationsEnabled(true);
            realm.setAdminPermissionsEnabled(true);
            return realm;
        });
    }

    static OrganizationContent of(TestRealm realm) {
        TestOrganization acme = TestOrganization.create(
                realm,
                "acme",
                Map.of(
                        "twoFactor.enforcement", "required",
                        "twoFactor.methods", "totp,sms",
                        "twoFactor.sms.perTenantPerDay", "500"));
        TestOrganization umbrella = TestOrganization.create(realm, "umbrella");
        TestOrganization.create(realm, LONG_NAME, Map.of("twoFactor.enforcement", "optional"));
        TestUser anna = acme.add(
                realm.addUser("anna", spec -> spec.number(PhoneNumbers.next()).app(ConsoleTenant.SECRET)));
        acme.add(realm.addUser("ben", spec -> spec.number(PhoneNumbers.next())));
        acme.add(realm.addUser("carla"));
        TestUser stranger = umbrella.add(realm.addUser("stranger"));
        AdminApi.of(realm)
                .post(
                        "/organizations/" + acme.id() + "/data-rooms",
                        Map.of("name", "Falcon", "enforced", true, "userGroups", List.of("Bidders")))
                .expect(201);
        return new OrganizationContent(realm, acme, umbrella, anna, stranger);
    }

    /** Returns the address of a page within an organization's tab, below the realm's. */
    static String page(TestOrganization organization, String tab) {
        return "/organizations/" + organization.id() + "/two-factor/" + tab;
    }
}

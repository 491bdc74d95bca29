package io.strongroom.testrealm.sms;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.unboundid.ldap.sdk.LDAPException;
import io.strongroom.testrealm.harness.AdminApi;
import io.strongroom.testrealm.harness.Answer;
import io.strongroom.testrealm.harness.Browser;
import io.strongroom.testrealm.harness.Harness;
import io.strongroom.testrealm.harness.Page;
import io.strongroom.testrealm.harness.PhoneNumbers;
import io.strongroom.testrealm.harness.TestRealm;
import io.strongroom.testrealm.harness.TestUser;
import io.strongroom.testrealm.harness.Vonage;
import io.strongroom.testrealm.support.FailureCounts;
import io.strongroom.testrealm.support.PhoneNumberAttribute;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.representations.idm.UserRepresentation;

@DisplayName("A user of an LDAP directory")
class LdapIT {
    private static final Vonage VONAGE = Harness.vonage();

    private static LdapDirectory directory;

    private final String number = PhoneNumbers.next();
    private final String name = "user" + number.substring(1);

    /** How Keycloak may treat the directory; a realm for each. */
    enum EditMode {
        READ_ONLY,
        WRITABLE;

        private TestRealm realm;

        TestRealm realm() {
            if (realm == null) {
                realm = connected(this, true);
            }
            return realm;
        }

        /** @param imported whether Keycloak stores its own users for those of the directory */
        private static TestRealm connected(EditMode mode, boolean imported) {
            TestRealm realm =
                    PhoneNumberAttribute.realm("ldap" + mode.ordinal(), PhoneNumberAttribute.SMS_REQUIRED, "admin");
            directory.connect(realm, mode.name(), imported);
            return realm;
        }
    }

    @BeforeAll
    static void startDirectory() throws Exception {
        directory = LdapDirectory.start();
    }

    @AfterAll
    static void stopDirectory() {
        directory.close();
    }

    /** @param mobile null if unknown */
    private TestUser person(TestRealm realm, String mobile) throws LDAPException {
        directory.add(name, mobile);
        return new TestUser(realm.userId(name), name, LdapDirectory.PASSWORD);
    }

    private static Answer update(TestRealm realm, TestUser user, Map<String, List<String>> attributes) {
        String path = realm.path("/users/" + user.id());
        UserRepresentation existing = realm.admin().get(path, UserRepresentation.class);
        attributes.forEach((attribute, values) -> existing.getAttributes().put(attribute, values));
        return realm.admin().send("PUT", path, existing);
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource
    @DisplayName("C5 is asked at every login for a number from the directory, and nothing is stored for it")
    void numberInDirectory(EditMode mode) throws Exception {
        TestRealm realm = mode.realm();
        TestUser user = person(realm, number.substring(0, 3) + " " + number.substring(3));

        for (int login = 1; login <= 2; login++) {
            Page page = realm.signIn(new Browser(), user).page();
            assertEquals("login-strongroom-code", page.id());
            page.submit("code", VONAGE.awaitCode(number, login)).signedIn();
        }

        assertEquals(0, PhoneNumberAttribute.numbersStored(realm, user));
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource
    @DisplayName("C5 sets up a number at login if the directory has none, and is asked for it from then on")
    void noNumberInDirectory(EditMode mode) throws Exception {
        TestRealm realm = mode.realm();
        TestUser user = person(realm, null);

        Page page = realm.signIn(new Browser(), user).page();
        assertEquals("login-strongroom-phone", page.id());
        Page proof = page.submit("phoneNumber", number).page();
        proof.submit("code", VONAGE.awaitCode(number)).signedIn();

        Page next = realm.signIn(new Browser(), user).page();
        assertEquals("login-strongroom-code", next.id());
        next.submit("code", VONAGE.awaitCode(number, 2)).signedIn();
        assertEquals(1, PhoneNumberAttribute.numbersStored(realm, user));
        assertNull(directory.mobile(name), "the directory is not written to");
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource
    @DisplayName("C5 gets the next code at the new number after a change in the directory")
    void changedInDirectory(EditMode mode) throws Exception {
        TestRealm realm = mode.realm();
        TestUser user = person(realm, number);
        Browser browser = new Browser();
        realm.signIn(browser, user)
                .page()
                .submit("code", VONAGE.awaitCode(number))
                .signedIn();
        String next = PhoneNumbers.next();

        directory.setMobile(name, next);

        Page page = realm.signIn(new Browser(), user).page();
        page.submit("code", VONAGE.awaitCode(next)).signedIn();
        Page sameSession = browser.open(realm.app().authorize()).page();
        assertEquals("login-strongroom-code", sameSession.id());
        assertEquals(1, VONAGE.texts(number).size());
    }

    @ParameterizedTest(name = "users imported: {0}")
    @ValueSource(booleans = {true, false})
    @DisplayName(
            "security 8: keeps the count of consecutive failures until an accepted entry, even if the directory is "
                    + "read-only")
    void failures(boolean imported) throws Exception {
        TestRealm realm = imported ? EditMode.READ_ONLY.realm() : EditMode.connected(EditMode.READ_ONLY, false);
        TestUser user = person(realm, number);

        Page page = realm.signIn(new Browser(), user).page();
        String code = VONAGE.awaitCode(number);
        Page wrong = page.submit("code", Vonage.otherThan(code)).page();
        Page again = wrong.submit("code", Vonage.otherThan(code)).page();
        assertEquals(2, FailureCounts.total(realm, user));

        again.submit("code", code).signedIn();
        assertEquals(0, FailureCounts.total(realm, user));
    }

    @Test
    @DisplayName("C4 gets a number from an administrator, which is stored in the directory, if the user is writable")
    void setByAdministrator() throws Exception {
        TestRealm realm = EditMode.WRITABLE.realm();
        TestUser user = person(realm, null);
        assertEquals(
                "strongroomAttributeRequired", update(realm, user, Map.of()).text("errorMessage"));

        assertEquals(
                204, update(realm, user, Map.of("phoneNumber", List.of(number))).status());

        assertEquals(number, directory.mobile(name));
        Page page = realm.signIn(new Browser(), user).page();
        page.submit("code", VONAGE.awaitCode(number)).signedIn();
    }

    @Test
    @DisplayName("C4 can be edited without a number if the directory is read-only, because the administrator could not "
            + "set one")
    void readOnlyWithoutNumber() throws Exception {
        TestRealm realm = EditMode.READ_ONLY.realm();
        TestUser user = person(realm, null);

        assertEquals(204, update(realm, user, Map.of()).status());
    }

    @Test
    @DisplayName(
            "C3 is listed as unknown, not as missing a factor, if they are not imported, while their own page shows "
                    + "more")
    void unknown() throws Exception {
        TestRealm realm = EditMode.connected(EditMode.READ_ONLY, false);
        TestUser user = person(realm, number);
        AdminApi api = AdminApi.of(realm);

        JsonNode list = api.get("/users?search=" + name).expect(200).body();
        JsonNode unknown =
                api.get("/users?status=unknown&search=" + name).expect(200).body();

        assertEquals("unknown", list.path(0).path("status").asText());
        assertEquals(list, unknown);
        assertEquals(
                0,
                api.get("/users?status=none&search=" + name).expect(200).body().size());
        assertEquals(
                "sms",
                api.get("/users/" + user.id())
                        .expect(200)
                        .body()
                        .at("/summary/status")
                        .asText());
        assertTrue(api.get("/report").expect(200).body().path("directories").asBoolean());
    }
}

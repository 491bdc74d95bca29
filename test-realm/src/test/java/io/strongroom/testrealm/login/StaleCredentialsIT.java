package io.strongroom.testrealm.login;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.strongroom.testrealm.harness.AccountConsole;
import io.strongroom.testrealm.harness.AdminApi;
import io.strongroom.testrealm.harness.Arrival;
import io.strongroom.testrealm.harness.AuthenticatorApp;
import io.strongroom.testrealm.harness.Browser;
import io.strongroom.testrealm.harness.Harness;
import io.strongroom.testrealm.harness.Landing;
import io.strongroom.testrealm.harness.PhoneNumbers;
import io.strongroom.testrealm.harness.TestGroup;
import io.strongroom.testrealm.harness.TestRealm;
import io.strongroom.testrealm.harness.TestUser;
import io.strongroom.testrealm.harness.UserSpec;
import io.strongroom.testrealm.harness.Vonage;
import io.strongroom.testrealm.support.PhoneNumberAttribute;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.keycloak.representations.idm.CredentialRepresentation;
import org.keycloak.representations.idm.UserRepresentation;

@DisplayName("Clean-up of stale credentials after a change of factors")
class StaleCredentialsIT {
    private static final String FAILURES = "two-factor-failures";
    private static final String BROWSER = "remembered-browser";
    private static final TestRealm REALM = TestRealm.create(
            "leftovers", Map.of("twoFactor.enforcement", "optional", "twoFactor.rememberBrowserDays", "30"));
    private static final Vonage VONAGE = Harness.vonage();

    private final String number = PhoneNumbers.next();
    private final String other = PhoneNumbers.next();
    private final String name = "user" + number.substring(1);
    private final String secret = "secret-of-" + number.substring(1);

    private UserSpec locked(UserSpec spec) {
        return spec.failures("sms-otp", PhoneNumbers.fingerprint(number), 100);
    }

    private static Stream<CredentialRepresentation> stored(TestRealm realm, TestUser user, String type) {
        return realm.credentials(user).stream().filter(credential -> type.equals(credential.getType()));
    }

    private static String pathOfNumber(TestRealm realm, TestUser user, String phoneNumber) {
        JsonNode factors = AdminApi.of(realm).get("/users/" + user.id()).body().path("factors");
        String id = StreamSupport.stream(factors.spliterator(), false)
                .filter(factor -> phoneNumber.equals(factor.path("phoneNumber").asText()))
                .findFirst()
                .orElseThrow()
                .path("id")
                .asText();
        return realm.path("/users/" + user.id() + "/credentials/" + id);
    }

    /** A user's status: their own page, the list and the list's filter agree. */
    private static String status(TestRealm realm, TestUser user) {
        AdminApi api = AdminApi.of(realm);
        String status =
                api.get("/users/" + user.id()).body().at("/summary/status").asText();
        String search = "/users?search=" + user.name();
        assertEquals(status, api.get(search).body().at("/0/status").asText());
        assertEquals(1, api.get(search + "&status=" + status).body().size(), status);
        assertEquals(
                "locked".equals(status) ? 1 : 0,
                api.get(search + "&status=locked").body().size());
        return status;
    }

    @Test
    @DisplayName("D7 C3 giving a data room member a new number clears the old number's lock, in lists too")
    void numberOfRoom() {
        TestGroup room = REALM.addGroup("Falcon", Map.of("dataRoom", "true", "twoFactor.enforced", "true"));
        TestUser member = REALM.addUser(name, spec -> locked(spec.memberOf(room).numberFor(room, number)));
        AdminApi api = AdminApi.of(REALM);
        String members = "/data-rooms/" + room.id() + "/members";
        assertEquals("locked", status(REALM, member));
        assertEquals(1, api.get(members + "?status=locked").body().size());

        api.put(members + "/" + member.id() + "/phone-number", Map.of("phoneNumber", other))
                .expect(200);

        assertEquals("sms", status(REALM, member));
        assertEquals(0, api.get(members + "?status=locked").body().size());
        assertEquals(1, api.get(members + "?status=sms").body().size());
    }

    @Test
    @DisplayName(
            "C3 security 8: a lock lasts as long as its number and is removed with it, even through Keycloak's own "
                    + "admin API")
    void oneOfTwoNumbers() {
        TestUser user = REALM.addUser(name, spec -> locked(spec.number(number).number(other)));
        rename(user);
        assertEquals("locked", status(REALM, user));

        REALM.admin().delete(pathOfNumber(REALM, user, number));

        assertEquals("sms", status(REALM, user));
        assertEquals(0, stored(REALM, user, FAILURES).count());
    }

    private static void rename(TestUser user) {
        String path = REALM.path("/users/" + user.id());
        UserRepresentation existing = REALM.admin().get(path, UserRepresentation.class);
        existing.setFirstName("Renamed");
        REALM.admin().put(path, existing);
    }

    @Test
    @DisplayName("C3 security 8: removing another number does not unlock the locked one")
    void theOtherNumber() {
        TestUser user = REALM.addUser(name, spec -> locked(spec.number(number).number(other)));

        REALM.admin().delete(pathOfNumber(REALM, user, other));

        assertEquals("locked", status(REALM, user));
        assertEquals(
                "login-strongroom-locked",
                REALM.signIn(new Browser(), user).page().id());
    }

    @Test
    @DisplayName("C3 a new number in the user attribute clears the old number's lock")
    void numberOfAttribute() {
        TestRealm realm = PhoneNumberAttribute.realm("leftattribute", PhoneNumberAttribute.SMS_REQUIRED, "admin");
        TestUser user = realm.addUser(name, spec -> locked(spec.attribute("phoneNumber", number)));
        assertEquals("locked", status(realm, user));

        assertEquals(204, PhoneNumberAttribute.setNumber(realm, user, other).status());

        assertEquals("sms", status(realm, user));
    }

    @Test
    @DisplayName("T2 C3 a user who removes a locked number is no longer locked")
    void ownNumber() {
        TestUser user = REALM.addUser(name, spec -> locked(spec.number(number).app(secret)));
        Landing in = REALM.signIn(new Browser(), user)
                .page()
                .submit("code", AuthenticatorApp.ofStored(secret).code());
        AccountConsole account = new AccountConsole(REALM, REALM.app().exchange(in.signedIn()));
        assertEquals("locked", status(REALM, user));

        assertEquals(
                204,
                account.remove(
                        stored(REALM, user, "sms-otp").findFirst().orElseThrow().getId()));

        assertEquals("totp", status(REALM, user));
    }

    @Test
    @DisplayName(
            "X6 a remembered browser that a change of factors ended is no longer listed or counted, and others stay")
    void endedBrowser() {
        TestUser user = REALM.addUser(name, spec -> spec.number(number).app(secret));
        AccountConsole account = new AccountConsole(REALM, REALM.app().exchange(remembered(REALM, user)));
        REALM.admin()
                .put(
                        REALM.path("/users/" + user.id() + "/reset-password"),
                        Map.of("type", "password", "value", user.password(), "temporary", false));
        assertEquals(1, counted(REALM, user));
        assertEquals(
                1,
                account.kind(BROWSER)
                        .orElseThrow()
                        .path("userCredentialMetadatas")
                        .size());

        AdminApi.of(REALM)
                .delete("/users/" + user.id() + "/factors/"
                        + stored(REALM, user, "otp").findFirst().orElseThrow().getId())
                .expect(204);

        assertTrue(account.kind(BROWSER).isEmpty());
        assertEquals(0, counted(REALM, user));
        assertEquals(0, stored(REALM, user, BROWSER).count());
    }

    @Test
    @DisplayName(
            "X6 remembered browsers are not counted once the tenant disables them, and the next login removes them")
    void rememberedNoMore() {
        TestRealm realm = TestRealm.create(
                "leftdays", Map.of("twoFactor.enforcement", "required", "twoFactor.rememberBrowserDays", "30"));
        TestUser user = realm.addUser(name, spec -> spec.number(number));
        remembered(realm, user);
        assertEquals(1, counted(realm, user));

        realm.setAttribute("twoFactor.rememberBrowserDays", "0");

        assertEquals(0, counted(realm, user));
        realm.signIn(new Browser(), user)
                .page()
                .submit("code", VONAGE.awaitCode(number, 2))
                .signedIn();
        assertEquals(List.of(), stored(realm, user, BROWSER).toList());
    }

    private Arrival remembered(TestRealm realm, TestUser user) {
        return realm.signIn(new Browser(), user)
                .page()
                .form("code")
                .with(Map.of("code", VONAGE.awaitCode(number), "rememberBrowser", "true"))
                .submit()
                .signedIn();
    }

    private static int counted(TestRealm realm, TestUser user) {
        return AdminApi.of(realm)
                .get("/users/" + user.id())
                .body()
                .path("rememberedBrowsers")
                .asInt();
    }
}

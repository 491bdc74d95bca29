package io.strongroom.testrealm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.strongroom.testrealm.harness.AdminApi;
import io.strongroom.testrealm.harness.Browser;
import io.strongroom.testrealm.harness.Harness;
import io.strongroom.testrealm.harness.PhoneNumbers;
import io.strongroom.testrealm.harness.TestGroup;
import io.strongroom.testrealm.harness.TestRealm;
import io.strongroom.testrealm.harness.TestUser;
import io.strongroom.testrealm.harness.UserSpec;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Users in the admin API")
class UserApiIT {
    private final TestRealm realm =
            TestRealm.create("userapi", Map.of("twoFactor.enforcement", "optional", "twoFactor.graceDays", "7"));
    private final AdminApi api = AdminApi.of(realm);

    private static Map<String, String> statuses(JsonNode list) {
        Map<String, String> statuses = new LinkedHashMap<>();
        list.forEach(user ->
                statuses.put(user.path("username").asText(), user.path("status").asText()));
        return statuses;
    }

    @Test
    @DisplayName(
            "C3 every user has the status that fits, roles by groups and other roles included, and each filter finds the same")
    void statuses() {
        TestGroup exempt = realm.addGroup("Machines", Map.of());
        TestGroup within = realm.addGroup(exempt, "Printers", Map.of());
        realm.addUser("a-none");
        realm.addUser("b-sms", spec -> spec.number(PhoneNumbers.next()));
        realm.addUser("c-totp", spec -> spec.app("a secret of twenty b"));
        realm.addUser("d-both", spec -> spec.app("a secret of twenty b").number(PhoneNumbers.next()));
        TestUser byRole = realm.addUser("e-exempt", spec -> spec.role("two-factor-exempt"));
        realm.addUser("f-exempt", spec -> spec.memberOf(within));
        realm.addUser("g-exempt", spec -> spec.role("machine"));
        realm.addUser("h-grace", spec -> spec.role("two-factor-required"));
        realm.addUser("i-locked", UserApiIT::locked);
        grantToGroup(exempt, "two-factor-exempt");
        compose("machine", "two-factor-exempt");

        Map<String, String> all = statuses(api.get("/users").expect(200).body());

        assertEquals(9, all.size());
        all.forEach((user, status) -> assertTrue(status.endsWith(user.substring(2)), user + " is " + status));
        for (String status : List.of("none", "sms", "totp", "both", "exempt", "in-grace", "locked", "unknown")) {
            Set<String> expected = new TreeSet<>();
            all.forEach((user, held) -> {
                if (held.equals(status)) {
                    expected.add(user);
                }
            });
            assertEquals(
                    expected,
                    statuses(api.get("/users?status=" + status).expect(200).body())
                            .keySet(),
                    status);
        }
        assertEquals(
                "exempt",
                api.get("/users/" + byRole.id())
                        .expect(200)
                        .body()
                        .at("/summary/status")
                        .asText());
        assertEquals(
                Set.of("c-totp"), statuses(api.get("/users?search=C-TO").body()).keySet());
        assertEquals(Set.of(), statuses(api.get("/users?search=%25").body()).keySet());
    }

    @Test
    @DisplayName(
            "C3 X8 what was counted for an app or a number that the user no longer has locks nobody, in list and report")
    void locksOfWhatIsGone() {
        String appId = UUID.randomUUID().toString();
        String number = PhoneNumbers.next();
        realm.addUser("app", spec -> failures(spec.app(appId, "a secret of twenty b"), "otp", appId, 100));
        realm.addUser("other", spec -> failures(spec.app("a secret of twenty b"), "otp", "before", 100));
        realm.addUser("codes", spec -> failures(spec.number(PhoneNumbers.next()), "backup-codes", "before", 100));
        realm.addUser("nothing", spec -> failures(spec, "sms-otp", "x", 100));
        realm.addUser("replaced", spec -> failures(spec.number(PhoneNumbers.next()), "sms-otp", "x", 100));
        realm.addUser("almost", spec -> failures(spec.number(number), "sms-otp", PhoneNumbers.fingerprint(number), 99));

        assertEquals(
                Map.of(
                        "app",
                        "locked",
                        "other",
                        "totp",
                        "codes",
                        "sms",
                        "nothing",
                        "none",
                        "replaced",
                        "sms",
                        "almost",
                        "sms"),
                statuses(api.get("/users").expect(200).body()));
        assertEquals(
                Set.of("app"),
                statuses(api.get("/users?status=locked").expect(200).body()).keySet());
        assertEquals(
                Set.of("other"),
                statuses(api.get("/users?status=totp").expect(200).body()).keySet());
        assertEquals(
                1, api.get("/report").expect(200).body().at("/byStatus/locked").asInt());
    }

    private static UserSpec locked(UserSpec spec) {
        String number = PhoneNumbers.next();
        return failures(spec.number(number), "sms-otp", PhoneNumbers.fingerprint(number), 100);
    }

    /** As the server writes it. */
    private static UserSpec failures(UserSpec spec, String factor, String authenticator, int failures) {
        return spec.stored(
                "two-factor-failures",
                "{\"factor\":\"%s\",\"authenticator\":\"%s\",\"failures\":%d}"
                        .formatted(factor, authenticator, failures));
    }

    private void grantToGroup(TestGroup group, String role) {
        JsonNode existing = realm.admin().get(realm.path("/roles/" + role));
        realm.admin().post(realm.path("/groups/" + group.id() + "/role-mappings/realm"), List.of(existing));
    }

    private void compose(String outer, String inner) {
        JsonNode existing = realm.admin().get(realm.path("/roles/" + inner));
        realm.admin().post(realm.path("/roles/" + outer + "/composites"), List.of(existing));
    }

    @Test
    @DisplayName("C7 one user is required and released by an administrator; it holds at the next login")
    void required() {
        TestUser user = realm.addUser("rita");

        api.put("/users/" + user.id() + "/required", null).expect(204);

        assertEquals(
                "login-strongroom-choose",
                realm.signIn(new Browser(), user).page().id());
        assertTrue(api.get("/users/" + user.id()).body().at("/summary/required").asBoolean());
        api.delete("/users/" + user.id() + "/required").expect(204);
        realm.signIn(new Browser(), user).signedIn();
        long events = realm.adminEvents().stream()
                .filter(event -> "TWO_FACTOR".equals(event.getResourceType()))
                .count();
        assertEquals(2, events);
    }

    @Test
    @DisplayName("C12 revoking a TOTP secret makes the user set up anew at the next login")
    void revoke() {
        TestUser user =
                realm.addUser("toni", spec -> spec.role("two-factor-required").app("a secret of twenty b"));
        String credential = api.get("/users/" + user.id())
                .expect(200)
                .body()
                .at("/factors/0/id")
                .asText();

        api.delete("/users/" + user.id() + "/factors/" + credential).expect(204);

        assertEquals(
                "login-strongroom-choose",
                realm.signIn(new Browser(), user).page().id());
        api.delete("/users/" + user.id() + "/factors/" + credential).expect(404);
    }

    @Test
    @DisplayName("D7 the number of a data room is told with the room's name, until the room is gone")
    void roomName() {
        TestGroup room = realm.addGroup("Falcon", Map.of("dataRoom", "true"));
        TestUser user = realm.addUser("nora", spec -> spec.memberOf(room).numberFor(room, PhoneNumbers.next()));
        assertEquals(
                "Falcon",
                api.get("/users/" + user.id())
                        .body()
                        .at("/factors/0/dataRoomName")
                        .asText());

        realm.admin().delete(realm.path("/groups/" + room.id()));

        JsonNode factor = api.get("/users/" + user.id()).expect(200).body().at("/factors/0");
        assertFalse(factor.has("dataRoomName"), factor::toString);
    }

    @Test
    @DisplayName("no credential but a factor is removed: the password stays")
    void passwordStays() {
        TestUser user = realm.addUser("paula");
        String password = realm.credentials(user).get(0).getId();

        api.delete("/users/" + user.id() + "/factors/" + password).expect(404);

        realm.signIn(new Browser(), user).signedIn();
    }

    @Test
    @DisplayName("T8 X6 a user who lost phone and codes is reset; with signOut all sessions end")
    void reset() {
        TestUser user = realm.addUser("lars");
        realm.signIn(new Browser(), user).signedIn();
        String number = PhoneNumbers.next();
        TestUser other =
                realm.addUser("lena", spec -> spec.app("a secret of twenty b").number(number));

        api.delete("/users/" + other.id() + "/factors?signOut=true").expect(204);
        api.delete("/users/" + user.id() + "/factors?signOut=true").expect(204);

        assertEquals(
                "none",
                api.get("/users/" + other.id()).body().at("/summary/status").asText());
        assertFalse(realm.sessions(user).elements().hasNext());
        String event = realm.adminEvents().stream()
                .filter(one -> "TWO_FACTOR".equals(one.getResourceType()))
                .filter(one -> one.getResourcePath().contains(other.id()))
                .findFirst()
                .orElseThrow()
                .getRepresentation();
        assertTrue(event.contains("•••") && !event.contains(number), event);
    }

    @Test
    @DisplayName("X6 remembered browsers are revoked: the browser is asked again")
    void browsers() {
        realm.setAttribute("twoFactor.rememberBrowserDays", "30");
        String number = PhoneNumbers.next();
        TestUser user = realm.addUser("bodo", spec -> spec.number(number));
        Browser browser = new Browser();
        realm.signIn(browser, user)
                .page()
                .form("code")
                .with(Map.of("code", Harness.vonage().awaitCode(number), "rememberBrowser", "true"))
                .submit()
                .signedIn();
        assertEquals(
                1,
                api.get("/users/" + user.id()).body().path("rememberedBrowsers").asInt());

        api.delete("/users/" + user.id() + "/browsers?signOut=true").expect(204);

        assertEquals(
                0,
                api.get("/users/" + user.id()).body().path("rememberedBrowsers").asInt());
        assertEquals("login-strongroom-code", realm.signIn(browser, user).page().id());
    }

    @Test
    @DisplayName("security 8: a locked factor is unlocked by an administrator")
    void unlock() {
        TestUser user = realm.addUser("lotte", UserApiIT::locked);
        assertEquals(
                "locked",
                api.get("/users/" + user.id()).body().at("/summary/status").asText());

        api.delete("/users/" + user.id() + "/locks").expect(204);

        assertEquals(
                "sms",
                api.get("/users/" + user.id()).body().at("/summary/status").asText());
    }

    @Test
    @DisplayName("a list is paged; what is asked wrongly is refused with a sentence")
    void paging() {
        for (int i = 0; i < 5; i++) {
            realm.addUser("user" + i);
        }

        JsonNode page = api.get("/users?first=3&max=1").expect(200).body();

        assertEquals(Set.of("user3"), statuses(page).keySet());
        assertEquals(
                2,
                api.get("/users?first=-1&max=201")
                        .expect(400)
                        .body()
                        .path("errors")
                        .size());
        assertEquals(400, api.get("/users?first=x").status());
        assertEquals(404, api.get("/users/nobody").status());
    }
}

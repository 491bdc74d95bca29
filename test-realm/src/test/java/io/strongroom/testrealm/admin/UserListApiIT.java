package io.strongroom.testrealm.admin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.strongroom.testrealm.harness.AdminApi;
import io.strongroom.testrealm.harness.PhoneNumbers;
import io.strongroom.testrealm.harness.TestGroup;
import io.strongroom.testrealm.harness.TestRealm;
import io.strongroom.testrealm.harness.TestUser;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The list of users in the admin API")
class UserListApiIT {
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
    @DisplayName("C3 shows the right status of every user, with roles inherited from groups and other roles, in each "
            + "filter too")
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
        realm.addUser("i-locked", spec -> spec.lockedNumber(PhoneNumbers.next()));
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
    @DisplayName("C3 X8 does not show a user as locked by failures of an app or number that they no longer have")
    void locksOfWhatIsGone() {
        String appId = UUID.randomUUID().toString();
        String number = PhoneNumbers.next();
        realm.addUser("app", spec -> spec.app(appId, "a secret of twenty b").failures("otp", appId, 100));
        realm.addUser("other", spec -> spec.app("a secret of twenty b").failures("otp", "before", 100));
        realm.addUser("codes", spec -> spec.number(PhoneNumbers.next()).failures("backup-codes", "before", 100));
        realm.addUser("nothing", spec -> spec.failures("sms-otp", "x", 100));
        realm.addUser("replaced", spec -> spec.number(PhoneNumbers.next()).failures("sms-otp", "x", 100));
        realm.addUser("almost", spec -> spec.number(number).failures("sms-otp", PhoneNumbers.fingerprint(number), 99));

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

    private void grantToGroup(TestGroup group, String role) {
        JsonNode existing = realm.admin().get(realm.path("/roles/" + role));
        realm.admin().post(realm.path("/groups/" + group.id() + "/role-mappings/realm"), List.of(existing));
    }

    private void compose(String outer, String inner) {
        JsonNode existing = realm.admin().get(realm.path("/roles/" + inner));
        realm.admin().post(realm.path("/roles/" + outer + "/composites"), List.of(existing));
    }

    @Test
    @DisplayName("is paged, and refuses a malformed request with an explanation")
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

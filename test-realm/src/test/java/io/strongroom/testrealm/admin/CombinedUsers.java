package io.strongroom.testrealm.admin;

import com.fasterxml.jackson.databind.JsonNode;
import io.strongroom.testrealm.harness.PhoneNumbers;
import io.strongroom.testrealm.harness.TestRealm;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Users who combine each membership of two organizations with each role and each set of factors. */
final class CombinedUsers {

    private static final List<List<String>> MEMBERSHIPS =
            List.of(List.of(), List.of("acme"), List.of("globex"), List.of("acme", "globex"));
    private static final List<List<String>> ROLES =
            List.of(List.of(), List.of("two-factor-exempt"), List.of("guest"), List.of("staff"), List.of("clerk"));
    private static final List<String> FACTORS = List.of("nothing", "late", "sms", "totp-sms", "passkey");

    static final String PASSWORD = "correct horse";

    private final TestRealm realm;
    private final Map<String, String> ids = new HashMap<>();

    CombinedUsers(TestRealm realm) {
        this.realm = realm;
    }

    /** Returns the id of an organization. */
    String organization(String name) {
        return ids.get(name);
    }

    static int count() {
        return MEMBERSHIPS.size() * ROLES.size() * FACTORS.size();
    }

    /** Creates the organizations, roles and users. */
    void create() {
        for (String name : List.of("acme", "globex", "plain")) {
            ids.put(
                    name,
                    realm.admin()
                            .create(
                                    realm.path("/organizations"),
                                    Map.of(
                                            "name",
                                            name,
                                            "alias",
                                            name,
                                            "domains",
                                            List.of(Map.of("name", name + ".example")))));
        }
        ROLES.stream()
                .flatMap(List::stream)
                .distinct()
                .forEach(role -> realm.admin().post(realm.path("/roles"), Map.of("name", role)));
        for (List<String> memberships : MEMBERSHIPS) {
            String prefix = memberships.isEmpty() ? "none" : String.join("-", memberships);
            List<Map<String, Object>> users = new ArrayList<>();
            for (List<String> roles : ROLES) {
                for (String factors : FACTORS) {
                    users.add(user(prefix + "." + String.join("-", roles) + "." + factors, roles, factors));
                }
            }
            realm.admin().post(realm.path("/partialImport"), Map.of("ifResourceExists", "FAIL", "users", users));
            realm.admin()
                    .get(realm.path("/users?max=200&search=" + prefix + "."))
                    .forEach(user -> join(user, memberships));
        }
    }

    /** Some users also belong to an organization without a policy. */
    private void join(JsonNode user, List<String> memberships) {
        List<String> organizations = new ArrayList<>(memberships);
        if (user.path("username").asText().endsWith(".sms")) {
            organizations.add("plain");
        }
        organizations.forEach(name -> realm.admin()
                .post(
                        realm.path("/organizations/" + ids.get(name) + "/members"),
                        user.path("id").asText()));
    }

    private static Map<String, Object> user(String name, List<String> roles, String factors) {
        List<Map<String, Object>> credentials = new ArrayList<>();
        if (factors.equals("late")) {
            Map<String, Object> begun = credential("two-factor-grace", "{}");
            begun.put("createdDate", Instant.now().minus(Duration.ofDays(10)).toEpochMilli());
            credentials.add(begun);
        }
        if (factors.contains("totp")) {
            credentials.add(credential(
                    "otp",
                    "{\"subType\":\"totp\",\"digits\":6,\"counter\":0,\"period\":30,\"algorithm\":\"HmacSHA1\"}"));
        }
        if (factors.contains("sms")) {
            credentials.add(credential(
                    "sms-otp",
                    "{\"phoneNumber\":\"" + PhoneNumbers.next() + "\",\"setBy\":\"user\",\"verifiedAt\":1}"));
        }
        if (factors.equals("passkey")) {
            credentials.add(
                    credential(
                            "webauthn-passwordless",
                            "{\"aaguid\":\"00000000-0000-0000-0000-000000000000\",\"credentialId\":\"a2V5\",\"counter\":0,"
                                    + "\"credentialPublicKey\":\"a2V5\",\"attestationStatementFormat\":\"none\",\"transports\":[]}"));
        }
        credentials.add(new HashMap<>(Map.of("type", "password", "value", PASSWORD)));
        return Map.of(
                "username",
                name,
                "enabled",
                true,
                "email",
                name.replace("..", ".") + "@example.com",
                "firstName",
                "First",
                "lastName",
                "Last",
                "realmRoles",
                roles,
                "credentials",
                credentials);
    }

    private static Map<String, Object> credential(String type, String data) {
        String secret = type.equals("otp") ? "{\"value\":\"a secret of twenty b\"}" : "{}";
        return new HashMap<>(Map.of("type", type, "credentialData", data, "secretData", secret));
    }
}

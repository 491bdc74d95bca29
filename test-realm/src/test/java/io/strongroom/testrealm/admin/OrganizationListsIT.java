package io.strongroom.testrealm.admin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.strongroom.testrealm.harness.AdminApi;
import io.strongroom.testrealm.harness.TestRealm;
import io.strongroom.testrealm.harness.TestUser;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Compares what queries say about many users with what the rules of the guard say about each of them. The users combine
 * each membership with each role and each set of factors.
 */
@Order(1)
@DisplayName("X15 In a realm with organizations")
class OrganizationListsIT {

    private static final TestRealm REALM = TestRealm.create("orglists", realm -> {
        realm.setOrganizationsEnabled(true);
        return realm;
    });
    private static final AdminApi API = AdminApi.of(REALM);

    private static final CombinedUsers USERS = new CombinedUsers(REALM);

    @BeforeAll
    static void users() {
        USERS.create();
    }

    @ParameterizedTest(name = "lists, filters, report, CSV, dry run and logins agree about each user: {0}")
    @EnumSource
    void agreement(OrganizationPolicyCase tested) {
        set(tested);
        JsonNode list = API.get("/users?max=200").expect(200).body();
        assertEquals(CombinedUsers.count(), list.size());
        Map<String, JsonNode> details = new LinkedHashMap<>();
        list.forEach(user -> details.put(
                user.path("username").asText(),
                API.get("/users/" + user.path("id").asText()).expect(200).body()));
        List<JsonNode> summaries =
                details.values().stream().map(detail -> detail.path("summary")).toList();

        list.forEach(user -> assertEquals(
                details.get(user.path("username").asText()).path("summary"), user, () -> tested + ": " + user));
        statuses(summaries);
        report(summaries);
        csv(summaries);
        dryRun(tested, details.values().stream().toList());
        logins(details.values().stream().toList());
    }

    @ParameterizedTest(
            name =
                    "a dry run of {2} for one of two organizations with {1} in a realm with {0} counts what it would cause")
    @CsvSource({
        "enforcement=off, enforcement=optional;methods=totp, enforcement=required;methods=sms;exemptRoles=guest",
        "enforcement=off, enforcement=required;methods=totp|sms, enforcement=off",
        "enforcement=optional, methods=sms;graceUntil=2000-01-31, enforcement=required;methods=passkey;graceDays=7",
        "enforcement=required;methods=totp, sms.sender=Ours, methods=passkey;requiredRoles=staff",
        "enforcement=optional, -, enforcement=required;graceDays=14",
        "enforcement=optional;methods=sms, enforcement=required;methods=totp, -"
    })
    void proposal(String realm, String both, String proposed) {
        setRealm(OrganizationPolicyCase.attributes(realm));
        Map<String, List<String>> stored = both.equals("-") ? Map.of() : OrganizationPolicyCase.attributes(both);
        set("acme", stored);
        set("globex", stored);
        String acme = "/organizations/" + USERS.organization("acme") + "/policy";
        String globex = "/organizations/" + USERS.organization("globex") + "/policy";
        JsonNode others = API.get(globex).expect(200).body();
        JsonNode before = API.get(acme).expect(200).body();
        Map<String, Object> policy = proposed.equals("-") ? Map.of() : policy(proposed);

        JsonNode asProposed = API.put(acme + "?dryRun=true", policy).expect(200).body();
        assertEquals(
                API.put(acme + "?dryRun=true", before).expect(200).body(),
                API.put(globex + "?dryRun=true", others).expect(200).body());
        API.put(acme, policy).expect(200);
        JsonNode inForce = API.put(acme + "?dryRun=true", policy).expect(200).body();

        assertEquals(inForce, asProposed);
        assertNotEquals(API.put(acme + "?dryRun=true", before).expect(200).body(), asProposed);
    }

    private static Map<String, Object> policy(String attributes) {
        Map<String, Object> policy = new HashMap<>();
        OrganizationPolicyCase.attributes(attributes).forEach((name, values) -> {
            String value = values.get(0);
            policy.put(
                    name.substring("twoFactor.".length()),
                    name.endsWith("methods") || name.endsWith("Roles")
                            ? List.of(value.split(","))
                            : name.endsWith("Days") ? Integer.valueOf(value) : value);
        });
        return policy;
    }

    private static void statuses(List<JsonNode> users) {
        Map<String, Set<String>> byStatus = users.stream()
                .collect(Collectors.groupingBy(
                        user -> user.path("status").asText(),
                        Collectors.mapping(
                                user -> user.path("username").asText(), Collectors.toCollection(TreeSet::new))));
        assertTrue(byStatus.size() > 2, byStatus::toString);
        for (String status : List.of("none", "in-grace", "exempt", "totp", "sms", "passkey", "both", "several")) {
            JsonNode filtered =
                    API.get("/users?max=200&status=" + status).expect(200).body();
            assertEquals(
                    byStatus.getOrDefault(status, Set.of()),
                    new TreeSet<>(filtered.findValuesAsText("username")),
                    status);
        }
    }

    private static void report(List<JsonNode> users) {
        JsonNode report = API.get("/report").expect(200).body();
        assertEquals(users.size(), report.path("users").asInt());
        report.path("byStatus")
                .properties()
                .forEach(count -> assertEquals(
                        users.stream()
                                .filter(user -> user.path("status").asText().equals(count.getKey()))
                                .count(),
                        count.getValue().asLong(),
                        count.getKey()));
        byFactor(users, report.path("byFactor"));
    }

    private static void byFactor(List<JsonNode> users, JsonNode counts) {
        assertTrue(counts.size() > 0);
        counts.properties()
                .forEach(count -> assertEquals(
                        users.stream()
                                .filter(user -> texts(user.path("factors")).contains(count.getKey()))
                                .count(),
                        count.getValue().asLong(),
                        count.getKey()));
    }

    private static void csv(List<JsonNode> users) {
        List<String> lines =
                API.get("/report/csv").expect(200).text().lines().skip(1).toList();
        assertEquals(
                users.stream()
                        .map(user -> user.path("username").asText() + " "
                                + user.path("status").asText() + " " + String.join(" ", aliases(user)))
                        .toList(),
                lines.stream()
                        .map(line -> line.split(",", -1))
                        .map(cells -> cells[0] + " " + cells[5] + " " + cells[12])
                        .toList());
    }

    private static void dryRun(OrganizationPolicyCase tested, List<JsonNode> details) {
        JsonNode policy = API.get("/policy").expect(200).body();
        JsonNode counted = API.put("/policy?dryRun=true", policy).expect(200).body();

        assertEquals(details.size(), counted.path("users").asInt());
        assertEquals(
                count(details, user -> isAsked(user) && holdsFactor(user)),
                counted.path("asked").asLong(),
                "asked");
        assertEquals(
                count(details, user -> isAsked(user) && !holdsFactor(user)),
                counted.path("mustEnrol").asLong()
                        + counted.path("inGrace").asLong()
                        + counted.path("refused").asLong(),
                "without a factor");
        long refused = counted.path("refused").asLong();
        assertEquals(
                count(details, user -> user.at("/summary/status").asText().equals("in-grace")),
                counted.path("inGrace").asLong()
                        + (tested == OrganizationPolicyCase.NO_SELF_SERVICE ? refusedInGrace(details) : 0),
                "in grace");
        assertEquals(tested == OrganizationPolicyCase.NO_SELF_SERVICE, refused > 0, "refused");
        assertEquals(
                count(details, user -> user.at("/summary/exempt").asBoolean() && tested.couldAsk(user.path("summary"))),
                counted.path("exempt").asLong(),
                "exempt");
        byFactor(details.stream().map(user -> user.path("summary")).toList(), counted.path("byFactor"));
    }

    /** Without the users whom Keycloak's own flow asks for an app. */
    private static void logins(List<JsonNode> details) {
        Set<String> asked = new TreeSet<>();
        Set<String> stopped = new TreeSet<>();
        for (JsonNode user : details) {
            String name = user.at("/summary/username").asText();
            if (name.endsWith(".nothing") || name.endsWith(".sms")) {
                if (isAsked(user)) {
                    asked.add(name);
                }
                if (REALM.app()
                                .passwordGrant(new TestUser("", name, CombinedUsers.PASSWORD))
                                .status()
                        != 200) {
                    stopped.add(name);
                }
            }
        }
        assertEquals(asked, stopped);
    }

    /** Clerks with only weaker factors can't set up the key that they need, so grace does not help them. */
    private static long refusedInGrace(List<JsonNode> details) {
        return count(
                details,
                user -> user.at("/summary/status").asText().equals("in-grace")
                        && user.at("/summary/username").asText().contains(".clerk.")
                        && !user.path("factors").isEmpty());
    }

    private static boolean isAsked(JsonNode user) {
        return !user.path("askedBy").isEmpty();
    }

    private static boolean holdsFactor(JsonNode user) {
        return !user.at("/summary/factors").isEmpty();
    }

    private static long count(List<JsonNode> users, Predicate<JsonNode> condition) {
        return users.stream().filter(condition).count();
    }

    private static List<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    private static Set<String> aliases(JsonNode user) {
        return new TreeSet<>(user.path("organizations").findValuesAsText("alias"));
    }

    private static void set(OrganizationPolicyCase tested) {
        setRealm(tested.realm);
        set("acme", tested.acme);
        set("globex", tested.globex);
    }

    private static void setRealm(Map<String, List<String>> policy) {
        JsonNode before = REALM.admin().get(REALM.path("")).path("attributes");
        Map<String, Object> realm = new HashMap<>();
        before.properties().forEach(attribute -> {
            if (!attribute.getKey().startsWith("twoFactor.")) {
                realm.put(attribute.getKey(), attribute.getValue().asText());
            }
        });
        policy.forEach((name, values) -> realm.put(name, values.get(0)));
        REALM.admin().put(REALM.path(""), Map.of("realm", REALM.name(), "attributes", realm));
    }

    private static void set(String organization, Map<String, List<String>> attributes) {
        String id = USERS.organization(organization);
        REALM.admin()
                .put(
                        REALM.path("/organizations/" + id),
                        Map.of(
                                "id",
                                id,
                                "name",
                                organization,
                                "alias",
                                organization,
                                "domains",
                                List.of(Map.of("name", organization + ".example")),
                                "attributes",
                                attributes));
    }
}

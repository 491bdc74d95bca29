package io.strongroom.testrealm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.strongroom.testrealm.harness.AdminApi;
import io.strongroom.testrealm.harness.Harness;
import io.strongroom.testrealm.harness.TestRealm;
import io.strongroom.testrealm.server.KeycloakServer;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * Pages of 50 out of 100,000 users and out of 10,000 room members, and the CSV of all.
 * {@code -Dbench.users} and {@code -Dbench.members} change the numbers. Prints what it measured; run it on an idle machine.
 */
@DisplayName("What lists of a large tenant take")
class AdminListBench {
    private static final int USERS = Integer.getInteger("bench.users", 100_000);
    private static final int MEMBERS = Integer.getInteger("bench.members", 10_000);
    private static final int PART = 2_000;
    private static final int ROOMS = 20;
    private static final int RUNS = 100;
    private static final Duration P95 = Duration.ofMillis(100);

    @Test
    @DisplayName("X8 a page takes at most 100 ms in 95 of 100 cases; the CSV has a line for each user")
    void measure() {
        try (KeycloakServer server = Harness.start(Harness.options())) {
            TestRealm realm = TestRealm.create(server, "large", representation -> representation);
            AdminApi api = AdminApi.of(realm);
            String room = "/data-rooms/"
                    + api.post("/data-rooms", Map.of("name", "Falcon", "enforced", true))
                            .field("id");
            for (int first = 0; first < USERS; first += PART) {
                add(realm, first);
            }
            long users = p95(() -> api.get("/users?max=50&first=" + USERS / 2));
            long filtered = p95(() -> api.get("/users?max=50&status=sms"));
            long members = p95(() -> api.get(room + "/members?max=50&first=" + MEMBERS / 2));
            for (int n = 1; n < ROOMS; n++) {
                api.post("/data-rooms", Map.of("name", "Room " + n, "userGroups", List.of("Bidders")));
            }
            long report =
                    millis(() -> api.get("/report/data-rooms?max=" + ROOMS).expect(200));
            long begun = System.nanoTime();
            int lines = api.get("/report/csv").expect(200).text().split("\r\n").length;
            long csv = Duration.ofNanos(System.nanoTime() - begun).toMillis();
            System.out.printf(
                    "%d users, %d members; p95 in ms: users %d, by status %d, members %d; report of %d rooms %d ms; CSV %d ms%n",
                    USERS, MEMBERS, users, filtered, members, ROOMS, report, csv);

            assertEquals(USERS + 1, lines);
            assertTrue(Math.max(users, Math.max(filtered, members)) <= P95.toMillis(), "p95 is above " + P95);
        }
    }

    private static void add(TestRealm realm, int first) {
        List<Map<String, Object>> users = IntStream.range(first, first + PART)
                .mapToObj(AdminListBench::user)
                .toList();
        realm.admin().post(realm.path("/partialImport"), Map.of("ifResourceExists", "FAIL", "users", users));
    }

    private static Map<String, Object> user(int n) {
        return Map.of(
                "username",
                "user" + n,
                "enabled",
                true,
                "groups",
                n < MEMBERS ? List.of("/Falcon") : List.of(),
                "credentials",
                List.of(Map.of(
                        "type",
                        "sms-otp",
                        "credentialData",
                        "{\"phoneNumber\":\"+46701740605\",\"setBy\":\"admin\"}",
                        "secretData",
                        "{}")));
    }

    /** After one run to warm up. */
    private static long millis(Runnable request) {
        request.run();
        long begun = System.nanoTime();
        request.run();
        return Duration.ofNanos(System.nanoTime() - begun).toMillis();
    }

    /** In milliseconds, after as many runs to warm up. */
    private static long p95(Runnable request) {
        IntStream.range(0, RUNS).forEach(n -> request.run());
        long[] nanos = new long[RUNS];
        for (int n = 0; n < RUNS; n++) {
            long begun = System.nanoTime();
            request.run();
            nanos[n] = System.nanoTime() - begun;
        }
        Arrays.sort(nanos);
        return Duration.ofNanos(nanos[RUNS * 95 / 100]).toMillis();
    }
}

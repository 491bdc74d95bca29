package io.strongroom.testrealm.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.strongroom.testrealm.harness.AdminApi;
import io.strongroom.testrealm.harness.Copies;
import io.strongroom.testrealm.harness.Metrics;
import io.strongroom.testrealm.harness.PhoneNumbers;
import io.strongroom.testrealm.harness.TestGroup;
import io.strongroom.testrealm.harness.TestRealm;
import io.strongroom.testrealm.harness.TestUser;
import io.strongroom.testrealm.server.DistributionServer;
import io.strongroom.testrealm.server.KeycloakServer;
import io.strongroom.testrealm.server.Ports;
import io.strongroom.testrealm.server.ServerOptions;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Pages of 50 out of 100,000 users and out of 10,000 room members, and the CSV of all, on a PostgreSQL on the same
 * machine. {@code -Dbench.users} and {@code -Dbench.members} change the sizes. Results go to
 * {@code target/bench.txt}.
 */
@DisplayName("Benchmark: Lists of a large tenant")
class AdminListBench {
    private static final int USERS = Integer.getInteger("bench.users", 100_000);
    private static final int MEMBERS = Integer.getInteger("bench.members", 10_000);
    private static final int OTHER_ROOMS = 19;
    private static final int RUNS = 100;
    private static final int FEW_RUNS = 5;
    private static final Duration P95 = Duration.ofMillis(100);
    private static final int FLAT_MEGABYTES = 20;
    private static final String POSTGRES = "postgres";

    private static EmbeddedPostgres database;
    private static KeycloakServer server;
    private static LiveHeap heap;
    private static AdminApi api;
    private static TestGroup falcon;

    @BeforeAll
    static void start() throws IOException, SQLException {
        int managementPort = Ports.free();
        database = EmbeddedPostgres.start();
        server = DistributionServer.start(ServerOptions.onPostgres(database.getJdbcUrl(POSTGRES, POSTGRES), POSTGRES)
                .withMetrics(managementPort));
        heap = new LiveHeap(server, new Metrics(managementPort));
        TestRealm realm = TestRealm.create(server, "large", representation -> representation);
        api = AdminApi.of(realm);
        falcon = new TestGroup(
                api.post("/data-rooms", Map.of("name", "Falcon", "enforced", true))
                        .field("id"),
                "/Falcon");
        for (int room = 1; room <= OTHER_ROOMS; room++) {
            api.post("/data-rooms", Map.of("name", "Room " + room, "userGroups", List.of("Bidders")));
        }
        TestUser member = realm.addUser("member", spec -> spec.number(PhoneNumbers.next()));
        TestUser other = realm.addUser("user", spec -> spec.number(PhoneNumbers.next()));
        realm.join(member, falcon);
        Copies copies = new Copies(database.getPostgresDatabase());
        copies.of(member, MEMBERS - 1);
        copies.of(other, USERS - MEMBERS - 1);
    }

    @AfterAll
    static void stop() throws IOException {
        server.close();
        database.close();
    }

    @ParameterizedTest(name = "X8 {0} takes at most 100 ms in 95 of 100 cases")
    @CsvSource({
        "the first users, /users?max=50",
        "users in the middle, /users?max=50&first=50000",
        "users by status, /users?max=50&status=sms",
        "users by status that nobody has, /users?max=50&status=locked",
        "users by a part of the name, /users?max=50&search=-4711",
        "members in the middle, /data-rooms/{room}/members?max=50&first=5000",
        "data rooms, /data-rooms?max=50"
    })
    void page(String what, String path) throws IOException {
        Sample sample = measure(RUNS, path);

        BenchFile.add(what + " of " + USERS + " and " + MEMBERS, sample);
        assertTrue(sample.percentile(95).compareTo(P95) <= 0, sample::toString);
    }

    @ParameterizedTest(name = "X8 {0}")
    @CsvSource({"the report, /report", "the report by data room, /report/data-rooms?max=20"})
    void report(String what, String path) throws IOException {
        BenchFile.add(what + " of " + USERS + " and " + MEMBERS, measure(FEW_RUNS, path));
    }

    @Test
    @DisplayName("X8 the CSV has a line for each user and uses hardly any memory")
    void csv() throws IOException {
        Sample sample = new Sample();
        long before = heap.now();
        long most = heap.mostDuring(() -> sample.time(() -> {
            String text = api.get("/report/csv").expect(200).text();
            assertEquals(USERS + 1, text.split("\r\n").length);
        }));

        BenchFile.add("CSV of " + USERS + " users", sample);
        BenchFile.add("live heap before the CSV and at most during it, in MB", before + ", " + most);
        assertTrue(most - before < FLAT_MEGABYTES, () -> before + " MB before, " + most + " MB during");
    }

    /** Measured after the same number of warm-up runs. */
    private static Sample measure(int runs, String path) {
        String address = path.replace("{room}", falcon.id());
        IntStream.range(0, runs).forEach(run -> api.get(address).expect(200));
        Sample sample = new Sample();
        IntStream.range(0, runs).forEach(run -> sample.time(() -> api.get(address)));
        return sample;
    }
}

package io.strongroom.testrealm.cluster;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.strongroom.testrealm.harness.AdminApi;
import io.strongroom.testrealm.harness.Arrival;
import io.strongroom.testrealm.harness.Browser;
import io.strongroom.testrealm.harness.Cluster;
import io.strongroom.testrealm.harness.Harness;
import io.strongroom.testrealm.harness.Landing;
import io.strongroom.testrealm.harness.Page;
import io.strongroom.testrealm.harness.PhoneNumbers;
import io.strongroom.testrealm.harness.TestGroup;
import io.strongroom.testrealm.harness.TestRealm;
import io.strongroom.testrealm.harness.TestUser;
import io.strongroom.testrealm.harness.Threads;
import io.strongroom.testrealm.harness.Vonage;
import io.strongroom.testrealm.support.FailureCounts;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

@ResourceLock(Harness.OWN_SERVER)
@Order(2)
@DisplayName("Two nodes on one database behave as one to users and attackers")
class TwoNodesIT {
    private static final int LIMIT = 3;
    private static final Vonage VONAGE = Harness.vonage();

    private static Cluster cluster;
    private static TestRealm realm;

    private final String number = PhoneNumbers.next();
    private final TestUser user = realm.addUser("user" + number.substring(1), spec -> spec.number(number));

    @BeforeAll
    static void start() throws Exception {
        assumeTrue(
                "distribution".equals(System.getProperty("keycloak.server", "distribution")),
                "nodes are processes of this machine");
        cluster = Cluster.start();
        realm = TestRealm.create(cluster.node(0), "nodes", representation -> {
            representation
                    .getAttributes()
                    .putAll(Map.of(
                            "twoFactor.enforcement",
                            "required",
                            "twoFactor.methods",
                            "sms",
                            "twoFactor.sms.perUserPerHour",
                            Integer.toString(LIMIT)));
            return representation;
        });
    }

    @AfterAll
    static void stop() {
        if (cluster != null) {
            cluster.close();
        }
    }

    private Page codePage(Browser browser, int node) {
        Page login =
                browser.open(cluster.at(node, realm.app().authorize().uri())).page();
        return login.submit(Map.of("username", user.name(), "password", user.password()))
                .page();
    }

    private static Landing submit(Browser browser, int node, Page page, String code) {
        return browser.post(cluster.at(node, page.form("code").action()), Map.of("code", code));
    }

    @Test
    @DisplayName("X8 the report by data room, one statement for all rooms, is correct on PostgreSQL too")
    void report() {
        for (String name : List.of("Eagle", "Falcon")) {
            TestGroup room = realm.addGroup(name, Map.of("dataRoom", "true", "twoFactor.enforced", "true"));
            realm.join(user, realm.addGroup(room, "Bidders", Map.of()));
        }

        JsonNode rooms =
                AdminApi.of(realm).get("/report/data-rooms").expect(200).body();

        assertEquals(List.of("Eagle", "Falcon"), rooms.findValuesAsText("name"));
        for (JsonNode room : rooms) {
            assertEquals(1, room.path("members").asInt());
            assertEquals(1, room.path("withNumber").asInt());
            assertEquals(0, room.path("mustEnrol").asInt());
        }
    }

    @Test
    @DisplayName("a code sent by one node is accepted by the other")
    void codeOfTheOther() {
        Browser browser = new Browser();
        Page page = codePage(browser, 0);

        assertTrue(submit(browser, 1, page, VONAGE.awaitCode(number)) instanceof Arrival);
        assertEquals(1, realm.sessions(user).size());
    }

    @Test
    @DisplayName("X3 limits are shared, so concurrent logins at both get as many messages as at one")
    void sharedLimits() throws Exception {
        List<Callable<Landing>> logins = IntStream.range(0, 4 * LIMIT)
                .<Callable<Landing>>mapToObj(i -> () -> codePage(new Browser(), i % 2))
                .toList();

        long refused = Threads.atOnce(logins).stream()
                .map(Landing::page)
                .filter(page -> page.message().contains("No further messages"))
                .count();

        assertEquals(3 * LIMIT, refused);
        VONAGE.awaitTexts(number, LIMIT);
        assertEquals(LIMIT, VONAGE.texts(number).size());
    }

    @Test
    @DisplayName("X2 security 3: a right code entered at both at once creates one session")
    void oneSession() throws Exception {
        Browser browser = new Browser();
        List<Page> tabs =
                IntStream.range(0, 8).mapToObj(i -> codePage(browser, i % 2)).toList();
        String code = VONAGE.awaitCode(number);

        Threads.atOnce(IntStream.range(0, tabs.size())
                .<Callable<Landing>>mapToObj(i -> () -> submit(browser, (i + 1) % 2, tabs.get(i), code))
                .toList());

        assertEquals(1, VONAGE.texts(number).size());
        await().untilAsserted(() -> assertEquals(1, realm.sessions(user).size()));
    }

    @Test
    @DisplayName("X2 security 8: wrong entries at both nodes are all counted")
    void sharedFailures() throws Exception {
        Browser browser = new Browser();
        List<Page> tabs =
                IntStream.range(0, 8).mapToObj(i -> codePage(browser, i % 2)).toList();
        String wrong = Vonage.otherThan(VONAGE.awaitCode(number));

        List<Landing> landings = Threads.atOnce(IntStream.range(0, tabs.size())
                .<Callable<Landing>>mapToObj(i -> () -> submit(browser, i % 2, tabs.get(i), wrong))
                .toList());

        landings.forEach(landing -> assertEquals(200, landing.page().status()));
        long reported = realm.events(user).stream()
                .filter(event -> "invalid_user_credentials".equals(event.getError()))
                .count();
        assertEquals(reported, FailureCounts.total(realm, user));
        assertEquals(5, reported);
    }
}

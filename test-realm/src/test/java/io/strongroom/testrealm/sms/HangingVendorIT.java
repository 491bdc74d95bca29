package io.strongroom.testrealm.sms;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.strongroom.testrealm.harness.BlackHole;
import io.strongroom.testrealm.harness.Browser;
import io.strongroom.testrealm.harness.Harness;
import io.strongroom.testrealm.harness.Landing;
import io.strongroom.testrealm.harness.Metrics;
import io.strongroom.testrealm.harness.Page;
import io.strongroom.testrealm.harness.PhoneNumbers;
import io.strongroom.testrealm.harness.TestRealm;
import io.strongroom.testrealm.harness.TestUser;
import io.strongroom.testrealm.harness.Threads;
import io.strongroom.testrealm.harness.Vonage;
import io.strongroom.testrealm.server.KeycloakServer;
import io.strongroom.testrealm.server.Ports;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.keycloak.representations.idm.RealmRepresentation;

/** One scenario on a separate server, run by {@code runScenario}; the tests check its results. */
@ResourceLock(Harness.OWN_SERVER)
@Order(3)
@DisplayName("A vendor that hangs and a server with few database connections")
class HangingVendorIT {
    private static final int CONNECTIONS = 5;
    private static final int THREADS = 7;
    private static final int QUEUE = 20;

    /** Enough tenants that none has enough failures for its circuit breaker. */
    private static final int TENANTS = 6;

    private static final int USERS = 9;
    private static final Duration ARRIVES_WITHIN = Duration.ofSeconds(6);
    private static final int PASSWORD_LOGINS = 20;
    private static final Pattern DROPPED =
            Pattern.compile("gateway vonage-sms: .*?(\\d+) text messages were dropped, (\\d+) were being sent");
    private static final Vonage VONAGE = Harness.vonage();

    private record Waiting(TestRealm realm, TestUser user, String number) {}

    private static final List<Waiting> WAITING = new ArrayList<>();
    private static Metrics metrics;
    private static double endedBefore;
    private static double atVendorAfterLogins;
    private static Duration whenRefused;
    private static Duration whenSwallowed;
    private static List<Page> pages;
    private static List<Page> limited;
    private static double refusalsCounted;
    private static long refusalEvents;
    private static List<Landing> refusedResends;
    private static String log;

    @BeforeAll
    static void runScenario() throws Exception {
        int managementPort = Ports.free();
        metrics = new Metrics(managementPort);
        KeycloakServer stopped;
        try (BlackHole hole = new BlackHole();
                KeycloakServer server = Harness.start(Harness.withMetrics(managementPort)
                        .withOption("--db-pool-max-size=" + CONNECTIONS)
                        .withOption("--spi-sms-dispatcher--pool--threads=" + THREADS)
                        .withOption("--spi-sms-dispatcher--pool--queue=" + QUEUE)
                        .withOption("--spi-sms-gateway--vonage-sms--timeout-millis=5000")
                        .withOption("--spi-sms-gateway--webhook--url=http://127.0.0.1:" + Ports.free())
                        .withOption("--spi-sms-gateway--webhook--allow-private-addresses=true")
                        .withOption("--spi-sms-gateway--webhook--body={\"to\":\"{to}\",\"text\":\"{text}\"}")
                        .withOption("--spi-sms-gateway--vonage-messages--api-key=" + Vonage.API_KEY)
                        .withOption("--spi-sms-gateway--vonage-messages--api-secret=" + Vonage.API_SECRET)
                        .withOption("--spi-sms-gateway--vonage-messages--base-uri=" + hole.uri()))) {
            TestRealm passwords = TestRealm.create(server, "passwords", HangingVendorIT::cheapPasswords);
            TestUser anna = passwords.addUser("anna");
            ResendWithoutRoom resends = ResendWithoutRoom.begin(
                    TestRealm.create(server, "resends", HangingVendorIT::withTextMessages), VONAGE);
            whenRefused = arrival(server, "webhook");
            whenSwallowed = arrival(server, "vonage-messages");
            limited = limitedAllAtOnce(server);
            addWaiting(server);

            endedBefore = metrics.sum("strongroom_sms_sends_total");
            CompletableFuture<List<Page>> crowd = CompletableFuture.supplyAsync(HangingVendorIT::signInAll);
            await().atMost(Duration.ofMinutes(1)).until(() -> atVendor() > CONNECTIONS);
            Threads.all(
                    CONNECTIONS,
                    IntStream.range(0, PASSWORD_LOGINS)
                            .<Callable<Object>>mapToObj(i ->
                                    () -> passwords.signIn(new Browser(), anna).signedIn())
                            .toList());
            atVendorAfterLogins = atVendor();

            pages = crowd.get();
            refusalsCounted = metrics.sum("strongroom_refused_total", "limit=\"queue\"");
            refusalEvents = WAITING.stream()
                    .map(Waiting::realm)
                    .distinct()
                    .flatMap(realm -> realm.events().stream())
                    .filter(event -> "sms_queue_full".equals(event.getError()))
                    .count();
            refusedResends = resends.codesOfThoseRefused("vonage-messages", HangingVendorIT::isBusy);
            stopped = server;
        }
        log = stopped.log();
    }

    @Test
    @DisplayName("X4 the second vendor sends without waiting for a time-out if the first refuses connections")
    void refusesConnections() {
        assertTrue(whenRefused.compareTo(ARRIVES_WITHIN) < 0, whenRefused::toString);
    }

    @Test
    @DisplayName("X4 the second vendor sends within six seconds if the first never accepts connections")
    void swallowsConnections() {
        assertTrue(whenSwallowed.compareTo(ARRIVES_WITHIN) < 0, whenSwallowed::toString);
    }

    @Test
    @DisplayName(
            "X4 no database connection is held during a send, so password logins still work when more messages hang "
                    + "than there are connections")
    void noConnectionIsHeld() {
        assertTrue(
                atVendorAfterLogins > CONNECTIONS,
                () -> "at the vendor when all " + PASSWORD_LOGINS + " logins were through: " + atVendorAfterLogins);
        assertFalse(log.contains("Acquisition timeout"), "nobody timed out waiting for a connection");
    }

    @Test
    @DisplayName("X3 X11 more concurrent refusals than connections are all reported, and none waits for another's "
            + "connection")
    void refusalsNeedNoSecondConnection() {
        assertEquals(2 * CONNECTIONS, limited.size());
        limited.forEach(page -> assertTrue(page.text().contains("No further messages"), page::toString));
    }

    @Test
    @DisplayName("X4 every user gets the code page while the vendor hangs")
    void everybodyGetsThePage() {
        assertEquals(WAITING.size(), pages.size());
        assertTrue(pages.stream().allMatch(page -> "login-strongroom-code".equals(page.id())));
    }

    @Test
    @DisplayName(
            "X4 X12 a message that does not fit into the full queue is refused at once and reported on the page, as "
                    + "an event and in the metrics")
    void refused() {
        long refused = pages.stream().filter(HangingVendorIT::isBusy).count();

        assertEquals(refused, refusalsCounted);
        assertEquals(refused, refusalEvents);
    }

    @Test
    @DisplayName("security 5: a code stays valid if the queue has no room for the next one")
    void codesStayGood() {
        assertFalse(refusedResends.isEmpty(), "at least one is refused");
        refusedResends.forEach(Landing::signedIn);
    }

    @Test
    @DisplayName(
            "X4 a stopping server reports how many messages it drops, and sent, refused and dropped messages add up")
    void stops() {
        Matcher said = DROPPED.matcher(log);
        // If the logins took longer than the queue, nothing was left to drop.
        long dropped = said.find() ? Long.parseLong(said.group(1)) : 0;
        long refused = pages.stream().filter(HangingVendorIT::isBusy).count();

        assertTrue(
                WAITING.stream()
                        .allMatch(waiting -> VONAGE.texts(waiting.number()).size() <= 1),
                "each at most once");
        assertEquals(WAITING.size(), sentToVendor() + dropped + refused);
        assertTrue(WAITING.stream().noneMatch(waiting -> log.contains(waiting.number())), "no numbers");
    }

    /** Returns the time from the password to the message if the first gateway is down. */
    private static Duration arrival(KeycloakServer server, String down) {
        String number = PhoneNumbers.next();
        TestRealm realm = TestRealm.create(server, "fall-over", representation -> {
            withTextMessages(representation)
                    .getAttributes()
                    .putAll(Map.of("twoFactor.sms.gateway", down, "twoFactor.sms.fallbackGateway", "vonage-sms"));
            return representation;
        });
        TestUser user = realm.addUser("caller", spec -> spec.number(number));
        Page login = realm.loginPage(new Browser());
        long start = System.nanoTime();
        Page page = login.submit(Map.of("username", user.name(), "password", user.password()))
                .page();
        String code = VONAGE.awaitCode(number);
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        page.submit("code", code).signedIn();
        return took;
    }

    /** Users who have used up this hour's messages. All are read from the database at once, which makes the test harder. */
    private static List<Page> limitedAllAtOnce(KeycloakServer server) throws Exception {
        TestRealm realm = TestRealm.create(server, "limited", representation -> {
            withTextMessages(representation).getAttributes().put("twoFactor.sms.perUserPerHour", "1");
            return representation;
        });
        List<TestUser> users = IntStream.range(0, 2 * CONNECTIONS)
                .mapToObj(i -> realm.addUser("user" + i, spec -> spec.number(PhoneNumbers.next())))
                .toList();
        users.forEach(user -> realm.signIn(new Browser(), user).page());
        List<Page> logins =
                users.stream().map(user -> realm.loginPage(new Browser())).toList();
        realm.admin().post(realm.path("/clear-user-cache"), null);
        return Threads.all(
                users.size(),
                IntStream.range(0, users.size())
                        .<Callable<Page>>mapToObj(i -> () -> logins.get(i)
                                .submit(Map.of(
                                        "username", users.get(i).name(),
                                        "password", users.get(i).password()))
                                .page())
                        .toList());
    }

    private static void addWaiting(KeycloakServer server) {
        for (int tenant = 0; tenant < TENANTS; tenant++) {
            TestRealm realm = TestRealm.create(server, "hanging", HangingVendorIT::withTextMessages);
            for (int user = 0; user < USERS; user++) {
                String number = PhoneNumbers.next();
                VONAGE.answersAfter(number, Duration.ofSeconds(60));
                WAITING.add(new Waiting(realm, realm.addUser("user" + user, spec -> spec.number(number)), number));
            }
        }
    }

    private static List<Page> signInAll() {
        try {
            return Threads.all(
                    10,
                    WAITING.stream()
                            .<Callable<Page>>map(waiting -> () -> waiting.realm()
                                    .signIn(new Browser(), waiting.user())
                                    .page())
                            .toList());
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static double atVendor() {
        return sentToVendor() - (metrics.sum("strongroom_sms_sends_total") - endedBefore);
    }

    private static long sentToVendor() {
        return VONAGE.received(WAITING.stream().map(Waiting::number).toList());
    }

    private static boolean isBusy(Page page) {
        return page.text().contains("A lot of messages are being sent right now");
    }

    private static RealmRepresentation withTextMessages(RealmRepresentation realm) {
        realm.getAttributes().putAll(Map.of("twoFactor.enforcement", "required", "twoFactor.methods", "sms"));
        return cheapPasswords(realm);
    }

    /** The test is about waiting, so hashing is cheap. */
    private static RealmRepresentation cheapPasswords(RealmRepresentation realm) {
        realm.setPasswordPolicy("hashAlgorithm(pbkdf2-sha256) and hashIterations(1)");
        return realm;
    }
}

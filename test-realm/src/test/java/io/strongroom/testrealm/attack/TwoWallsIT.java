package io.strongroom.testrealm.attack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.strongroom.testrealm.harness.AdminApi;
import io.strongroom.testrealm.harness.Arrival;
import io.strongroom.testrealm.harness.Browser;
import io.strongroom.testrealm.harness.Harness;
import io.strongroom.testrealm.harness.Landing;
import io.strongroom.testrealm.harness.Page;
import io.strongroom.testrealm.harness.PhoneNumbers;
import io.strongroom.testrealm.harness.SoftAuthenticator;
import io.strongroom.testrealm.harness.Statements;
import io.strongroom.testrealm.harness.TestRealm;
import io.strongroom.testrealm.harness.TestUser;
import io.strongroom.testrealm.harness.Vonage;
import io.strongroom.testrealm.harness.WallsJar;
import io.strongroom.testrealm.server.KeycloakServer;
import io.strongroom.testrealm.support.Organization;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Tests the guard and the exit, each with the other one disabled. With both disabled, every login succeeds without a
 * factor, which proves that the tests are effective.
 */
@ResourceLock(Harness.OWN_SERVER)
@Order(4)
@DisplayName("X26 The two walls")
class TwoWallsIT {
    private static final Vonage VONAGE = Harness.vonage();
    private static final int LOGINS = 4;

    private static KeycloakServer server;
    private static WayIn.Site site;

    @BeforeAll
    static void start() {
        server = Harness.start(Statements.logged(Harness.options())
                .withBuildOption("--features=docker")
                .withProvider(WallsJar.make()));
        site = WayIn.Site.on(server);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private record Attempt(TestUser user, boolean isIn) {

        boolean wasStoppedAtExit() {
            return wasStoppedAtExit(site.realm());
        }

        boolean wasStoppedAtExit(TestRealm realm) {
            return realm.events(user).stream().anyMatch(event -> "second_factor_bypassed".equals(event.getError()));
        }
    }

    private static Attempt attempt(WayIn way, String enforcement, String down) {
        return attempt(way, enforcement, down, () -> {});
    }

    private static Attempt attempt(WayIn way, String enforcement, String down, Runnable before) {
        return attempt(way, way::user, "sms", enforcement, down, before);
    }

    private static Attempt attempt(
            WayIn way,
            Function<TestRealm, TestUser> added,
            String methods,
            String enforcement,
            String down,
            Runnable before) {
        TestRealm realm = site.realm();
        realm.setAttribute("twoFactor.methods", methods);
        realm.setAttribute("twoFactor.enforcement", "off");
        realm.setAttribute("test.down", "guard,exit");
        TestUser user = added.apply(realm);
        WayIn.Start start = way.prepare(site, user);
        realm.setAttribute("twoFactor.enforcement", enforcement);
        realm.setAttribute("test.down", down);
        before.run();
        return new Attempt(user, start.enter());
    }

    @ParameterizedTest(name = "the exit check stops the login if the guard is disabled: {0}")
    @EnumSource
    void exitAlone(WayIn way) {
        Attempt attempt = attempt(way, way.enforcement(), "guard");

        assertFalse(attempt.isIn());
        assertTrue(attempt.wasStoppedAtExit());
    }

    @ParameterizedTest(name = "the guard stops the login if the exit check is disabled: {0}")
    @EnumSource
    void guardAlone(WayIn way) {
        Attempt attempt = attempt(way, way.enforcement(), "exit");

        assertFalse(attempt.isIn());
        assertFalse(attempt.wasStoppedAtExit());
    }

    @ParameterizedTest(name = "X17 X19 each stops a user whose only factor is {1}: {0}, disabled: {2}")
    @MethodSource
    void otherFactors(WayIn way, String method, String down) {
        Attempt attempt = attempt(way, realm -> userWith(method, realm), method, "required", down, () -> {});

        assertFalse(attempt.isIn());
        assertEquals("guard".equals(down), attempt.wasStoppedAtExit());
    }

    static Stream<Arguments> otherFactors() {
        return EnumSet.complementOf(EnumSet.of(WayIn.DATA_ROOM, WayIn.NOTHING_SET_UP, WayIn.ADMIN_CONSOLE)).stream()
                .flatMap(way -> Stream.of("security-key", "email")
                        .flatMap(method -> Stream.of("guard", "exit").map(down -> Arguments.of(way, method, down))));
    }

    private static TestUser userWith(String method, TestRealm realm) {
        String name = "keeper" + PhoneNumbers.next().substring(1);
        return realm.addUser(
                name, spec -> "email".equals(method) ? spec : spec.securityKey(SoftAuthenticator.securityKey()));
    }

    @ParameterizedTest(name = "the login gets a session if both are disabled: {0}")
    @EnumSource
    void bothDown(WayIn way) {
        assertTrue(attempt(way, way.enforcement(), "guard,exit").isIn());
    }

    @Test
    @DisplayName("the exit check stops a data room member if the guard is unregistered and the tenant has no rule")
    void withoutRegistration() {
        Attempt attempt = attempt(WayIn.DATA_ROOM, "off", "none", () -> {
            URI walls = URI.create(site.realm().uri() + "/walls");
            assertEquals(List.of(204), statuses(new Browser().trace("POST", walls, "", "text/plain")));
        });
        site.realm().setAttribute("twoFactor.enforcement", "required"); // restores it

        assertFalse(attempt.isIn());
        assertTrue(attempt.wasStoppedAtExit());
    }

    private static List<Integer> statuses(List<HttpResponse<String>> trace) {
        return trace.stream().map(HttpResponse::statusCode).toList();
    }

    @ParameterizedTest(name = "the exit check runs no SQL for an allowed login: tenant {0}")
    @ValueSource(strings = {"required", "off"})
    void costs(String enforcement) {
        TestRealm realm = site.realm();
        realm.setAttribute("twoFactor.methods", "sms");
        realm.setAttribute("twoFactor.enforcement", enforcement);
        String number = PhoneNumbers.next();
        TestUser user = realm.addUser("payer" + number.substring(1), spec -> spec.number(number));

        realm.setAttribute("test.down", "exit");
        int without = cost(user, number, 1);
        realm.setAttribute("test.down", "none");
        int with = cost(user, number, 1 + LOGINS);

        assertTrue(without > 0, "statements are counted");
        assertEquals(without, with);
    }

    /**
     * Returns the smallest number of statements that any of several logins took: the first fills caches, and the server
     * has occasional background work.
     *
     * @param next index of the message that the number gets with the first of them
     */
    private static int cost(TestUser user, String number, int next) {
        return IntStream.range(next, next + LOGINS)
                .map(nth -> Statements.of(server, () -> signIn(user, number, nth)))
                .min()
                .orElseThrow();
    }

    /** @param nth index of the message that the number gets with this login, if any */
    private static void signIn(TestUser user, String number, int nth) {
        Landing landing = site.realm().signIn(new Browser(), user);
        if (landing instanceof Page page) {
            page.submit("code", VONAGE.awaitCode(number, nth)).signedIn();
        } else {
            landing.signedIn();
        }
    }

    @ParameterizedTest(
            name = "X15 each stops a member of an organization whose policy asks, with scope={1}, disabled: {0}")
    @CsvSource({
        "guard,openid",
        "exit,openid",
        "guard,openid organization:acme",
        "exit,openid organization:acme",
        "'guard,exit',openid"
    })
    void organization(String down, String scope) {
        TestRealm realm = TestRealm.create(server, "wallsorg", representation -> {
            representation.setOrganizationsEnabled(true);
            return representation;
        });
        realm.setAttribute("test.down", down);
        TestUser user = realm.addUser("member", spec -> spec.number(PhoneNumbers.next()));
        Organization.create(realm, "acme", Map.of("twoFactor.enforcement", "required", "twoFactor.methods", "sms"))
                .add(user);

        Attempt attempt = new Attempt(
                user,
                Organization.signIn(new Browser(), realm.app().authorize().with("scope", scope), user)
                        instanceof Arrival);

        assertEquals(down.contains(","), attempt.isIn());
        assertEquals("guard".equals(down), attempt.wasStoppedAtExit(realm));
    }

    @Test
    @DisplayName("X9 a health finding reports another extension's provider that replaces the exit check's")
    void replaced() {
        site.realm().setAttribute("twoFactor.enforcement", "required");

        String findings = AdminApi.of(site.realm()).get("/health").expect(200).text();

        for (String hook : new String[] {
            "cookie default",
            "login-protocol openid-connect",
            "login-protocol saml",
            "login-protocol docker-v2",
            "oauth2-grant-type password"
        }) {
            assertEquals(1, findings.split(hook, -1).length - 1, () -> hook + " in " + findings);
        }
    }
}

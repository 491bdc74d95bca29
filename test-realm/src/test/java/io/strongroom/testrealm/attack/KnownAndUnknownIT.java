package io.strongroom.testrealm.attack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.strongroom.testrealm.harness.AdminApi;
import io.strongroom.testrealm.harness.AdminApi.Reply;
import io.strongroom.testrealm.harness.Answer;
import io.strongroom.testrealm.harness.Browser;
import io.strongroom.testrealm.harness.Page;
import io.strongroom.testrealm.harness.PhoneNumbers;
import io.strongroom.testrealm.harness.TestGroup;
import io.strongroom.testrealm.harness.TestRealm;
import io.strongroom.testrealm.harness.TestUser;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Compares text and status exactly, and time by {@link Timings} over alternating requests. */
@DisplayName("security 25: Known and unknown users and numbers")
class KnownAndUnknownIT {
    private static final int RUNS = 7;

    /** Uses the same password hashing cost as in production. */
    private static final TestRealm REALM = TestRealm.create("known", realm -> {
                realm.setPasswordPolicy("hashAlgorithm(pbkdf2-sha256) and hashIterations(300000)");
                realm.setResetPasswordAllowed(true);
                realm.getAttributes().put("twoFactor.enforcement", "required");
                realm.getAttributes().put("twoFactor.methods", "sms");
                return realm;
            })
            .withMail();

    private static final TestGroup ROOM = REALM.addGroup("Falcon", Map.of("dataRoom", "true"));
    private static final TestUser PLAIN = REALM.addUser("plain");
    private static final TestUser PROTECTED = REALM.addUser("protected", spec -> spec.number(PhoneNumbers.next()));

    /** Returns the response without the parts that differ each time. */
    private record Seen(int status, String text) {}

    private static void assertAlike(Supplier<Seen> one, Supplier<Seen> other) {
        List<Long> ofOne = new ArrayList<>();
        List<Long> ofOther = new ArrayList<>();
        assertEquals(one.get(), other.get());
        for (int run = 0; run < RUNS; run++) {
            assertEquals(timed(one, ofOne), timed(other, ofOther));
        }
        Timings timings = new Timings(ofOne, ofOther);
        assertFalse(timings.tellApart(), timings::toString);
    }

    private static Seen timed(Supplier<Seen> request, List<Long> times) {
        long begin = System.nanoTime();
        Seen seen = request.get();
        times.add((System.nanoTime() - begin) / 1000);
        return seen;
    }

    private static String unknown() {
        return "nobody" + UUID.randomUUID();
    }

    private static Seen seen(Page page, String name) {
        return new Seen(page.status(), page.id() + ": " + page.text().replace(name, "<name>"));
    }

    private static Seen passwordForm(String name) {
        return seen(
                REALM.loginPage(new Browser())
                        .submit(Map.of("username", name, "password", "wrong"))
                        .page(),
                name);
    }

    private static Seen directGrant(String name) {
        Answer answer = REALM.app().token(Map.of("grant_type", "password", "username", name, "password", "wrong"));
        return new Seen(answer.status(), answer.body().toString());
    }

    @ParameterizedTest(name = "a wrong password for user {0} gets the same response as an unknown user name")
    @ValueSource(strings = {"plain", "protected"})
    void wrongPassword(String known) {
        assertAlike(() -> passwordForm(known), () -> passwordForm(unknown()));
        assertAlike(() -> directGrant(known), () -> directGrant(unknown()));
    }

    @Test
    @DisplayName("users with and without a second factor are indistinguishable until the right password is entered")
    void withAndWithoutFactor() {
        assertAlike(() -> passwordForm(PLAIN.name()), () -> passwordForm(PROTECTED.name()));
    }

    /** Doesn't compare times: Keycloak sends this mail before it responds, and Strongroom is not involved. */
    @Test
    @DisplayName("the message about a password reset e-mail is the same for every user name")
    void resetCredentials() {
        assertEquals(resetCredentials(PLAIN.name()), resetCredentials(unknown()));
        assertEquals(resetCredentials(PLAIN.name()), resetCredentials(PROTECTED.name()));
    }

    private static Seen resetCredentials(String name) {
        Page forgotten = REALM.loginPage(new Browser())
                .click("a[href*=reset-credentials]")
                .page();
        return seen(forgotten.submit("username", name).page(), name);
    }

    @Test
    @DisplayName("X3 setting up another user's number looks the same as setting up an unused number")
    void setUp() {
        assertAlike(
                () -> setUp(number -> REALM.addUser("owner" + number.substring(1), spec -> spec.number(number))),
                () -> setUp(number -> REALM.addUser("bystander" + number.substring(1))));
    }

    private interface Preparation {
        TestUser of(String number);
    }

    /** The measured time includes creating the user in both cases. */
    private static Seen setUp(Preparation preparation) {
        String number = PhoneNumbers.next();
        preparation.of(number);
        TestUser user = REALM.addUser("new" + number.substring(1));
        Page proof = REALM.signIn(new Browser(), user)
                .page()
                .submit("phoneNumber", number)
                .page();
        Seen seen = seen(proof, user.name());
        return new Seen(seen.status(), seen.text().replaceAll("•••\\d\\d", "•••"));
    }

    @Test
    @DisplayName("the admin API does not reveal whether a user exists to administrators who may not see all users")
    void adminApi() {
        TestUser helper = REALM.addUser("helper", spec -> spec.role("two-factor-exempt"));
        for (String role : List.of("query-users", "view-realm")) {
            REALM.grantRole(helper, "realm-management", role);
        }
        AdminApi api = AdminApi.of(REALM, REALM, helper);
        for (String rest : List.of("", "/required", "/factors", "/locks")) {
            String verb = rest.isEmpty() ? "GET" : "DELETE";
            assertAlike(
                    () -> seen(api.send(verb, "/users/" + PLAIN.id() + rest, null)),
                    () -> seen(api.send(verb, "/users/" + UUID.randomUUID() + rest, null)));
        }
    }

    @Test
    @DisplayName("X3 the admin API accepts another user's number in the same way as an unused number")
    void numberOfAnother() {
        AdminApi api = AdminApi.of(REALM);
        TestUser member = REALM.addUser("member", spec -> spec.memberOf(ROOM));
        String path = "/data-rooms/" + ROOM.id() + "/members/" + member.id() + "/phone-number";
        assertAlike(() -> setNumber(api, path, true), () -> setNumber(api, path, false));
    }

    private static Seen setNumber(AdminApi api, String path, boolean taken) {
        String number = PhoneNumbers.next();
        REALM.addUser("holder" + number.substring(1), spec -> taken ? spec.number(number) : spec);
        Seen seen = seen(api.put(path, Map.of("phoneNumber", number)));
        return new Seen(seen.status(), seen.text().replace(number, "<number>"));
    }

    private static Seen seen(Reply reply) {
        return new Seen(reply.status(), reply.text());
    }
}

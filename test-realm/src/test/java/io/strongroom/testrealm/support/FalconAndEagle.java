package io.strongroom.testrealm.support;

import static io.strongroom.testrealm.harness.Harness.vonage;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.strongroom.testrealm.harness.Answer;
import io.strongroom.testrealm.harness.App;
import io.strongroom.testrealm.harness.Browser;
import io.strongroom.testrealm.harness.Page;
import io.strongroom.testrealm.harness.PhoneNumbers;
import io.strongroom.testrealm.harness.TestGroup;
import io.strongroom.testrealm.harness.TestRealm;
import io.strongroom.testrealm.harness.TestUser;
import io.strongroom.testrealm.harness.UserSpec;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;

/**
 * Two data rooms, each with its own number per member, in a tenant with an optional factor, and an application whose
 * tokens carry the claims.
 */
public final class FalconAndEagle {
    /** The application. */
    public static final String CLIENT = "claims-app";

    private static final AtomicInteger NAMES = new AtomicInteger();

    private final TestRealm realm;
    private final App app;
    public final TestGroup falcon;
    public final TestGroup eagle;
    public final String falconNumber = PhoneNumbers.next();
    public final String eagleNumber = PhoneNumbers.next();

    /** @param realm of {@link #realm} */
    public FalconAndEagle(TestRealm realm) {
        this.realm = realm;
        this.app = realm.app(CLIENT);
        this.falcon = room("Falcon");
        this.eagle = room("Eagle");
    }

    /** Creates a tenant with the application, for many pairs of rooms. */
    public static TestRealm realm(String label) {
        TestRealm realm =
                TestRealm.create(label, Map.of("twoFactor.enforcement", "optional", "twoFactor.methods", "sms"));
        realm.addClient(CLIENT, StrongroomClaims::into);
        return realm;
    }

    private TestGroup room(String name) {
        TestGroup group = openRoom(name);
        realm.setAttribute(group, "twoFactor.enforced", "true");
        return group;
    }

    /** A further room, which enforces nothing. */
    public TestGroup openRoom(String name) {
        return realm.addGroup(name + " " + NAMES.incrementAndGet(), Map.of("dataRoom", "true"));
    }

    /** Another application, for which only some rooms count. */
    public App appNarrowedTo(String paths) {
        return realm.addClient("narrowed-" + NAMES.incrementAndGet(), client -> {
            client.getAttributes().put("twoFactor.dataRooms", paths);
            return StrongroomClaims.into(client);
        });
    }

    /** A user who is a member of neither. */
    public TestUser user(UnaryOperator<UserSpec> change) {
        return realm.addUser("user" + NAMES.incrementAndGet(), change);
    }

    public TestUser memberOfFalcon() {
        return user(spec -> spec.memberOf(falcon).numberFor(falcon, falconNumber));
    }

    /** A member of both rooms, with a different number for each. */
    public TestUser memberOfBoth() {
        return user(spec -> spec.memberOf(falcon)
                .numberFor(falcon, falconNumber)
                .memberOf(eagle)
                .numberFor(eagle, eagleNumber));
    }

    /** Requests Falcon by its path and passes its number. */
    public Answer signInToFalcon(Browser browser, TestUser member) {
        Page page = realm.signIn(browser, app.authorize().with("data_room", falcon.path()), member)
                .page();
        assertAsksFor(falcon, page);
        return app.exchange(
                page.submit("code", vonage().awaitCode(falconNumber)).signedIn());
    }

    public static void assertAsksFor(TestGroup room, Page page) {
        assertEquals("login-strongroom-code", page.id(), page::toString);
        assertTrue(page.text().contains(room.path().substring(1)), page::toString);
    }

    /** As administrators do. */
    public void removeNumbers(TestUser user) {
        realm.credentials(user, "sms-otp").forEach(number -> realm.removeCredential(user, number.getId()));
    }
}

package io.strongroom.testrealm.policy;

import static io.strongroom.testrealm.support.FalconAndEagle.assertAsksFor;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.strongroom.testrealm.harness.AdminApi;
import io.strongroom.testrealm.harness.App;
import io.strongroom.testrealm.harness.Browser;
import io.strongroom.testrealm.harness.PhoneNumbers;
import io.strongroom.testrealm.harness.TestGroup;
import io.strongroom.testrealm.harness.TestRealm;
import io.strongroom.testrealm.harness.TestUser;
import io.strongroom.testrealm.support.FalconAndEagle;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("X1 Narrowing the data rooms that count for an application")
class NarrowingIT {

    private static final TestRealm REALM = FalconAndEagle.realm("narrowing");
    private static final AdminApi API = AdminApi.of(REALM);
    private static final Map<String, String> ENFORCED = Map.of("dataRoom", "true", "twoFactor.enforced", "true");

    private final FalconAndEagle rooms = new FalconAndEagle(REALM);

    private void assertNarrowsNothing(String paths) {
        App narrowed = rooms.appNarrowedTo(paths);

        assertAsksFor(
                rooms.falcon,
                REALM.signIn(new Browser(), narrowed.authorize(), rooms.memberOfFalcon())
                        .page());
        assertFound("twoFactor.dataRooms of client " + narrowed.clientId());
    }

    @ParameterizedTest(name = "has no effect with \"{0}\", and a finding names the client")
    @ValueSource(strings = {"##", " , ,", "## ##", "/no such room", "/no such room##"})
    void unreadable(String paths) {
        assertNarrowsNothing(paths);
    }

    @Test
    @DisplayName("has no effect with a path to a group that is not a data room")
    void noRoom() {
        TestGroup staff = REALM.addGroup("Staff", Map.of());
        assertNarrowsNothing(staff.path());
    }

    @Test
    @DisplayName("selects both rooms for an ambiguous path, which is a finding, and one room for an id")
    void ambiguous() {
        TestGroup north = REALM.addGroup("North", Map.of());
        TestGroup within = REALM.addGroup(north, "Sea", ENFORCED);
        TestGroup slashed = REALM.addGroup("North/Sea", ENFORCED);
        App narrowed = rooms.appNarrowedTo("/North/Sea");
        App toOne = rooms.appNarrowedTo(within.id());

        for (TestGroup room : List.of(within, slashed)) {
            TestUser member = memberOf(room);
            assertEquals(
                    "login-strongroom-code",
                    REALM.signIn(new Browser(), narrowed.authorize(), member)
                            .page()
                            .id());
        }
        TestUser member = memberOf(slashed);
        REALM.signIn(new Browser(), toOne.authorize(), member).signedIn();
        assertEquals(
                "login-strongroom-code",
                REALM.signIn(new Browser(), toOne.authorize().with("data_room", "/North/Sea"), member)
                        .page()
                        .id());
        assertFound("twoFactor.dataRooms of client " + narrowed.clientId());
        assertTrue(API.get("/health").body().toString().contains("a path that matches only one data room"));
    }

    @Test
    @DisplayName("accepts a room with a comma in its name between ##")
    void comma() {
        TestGroup room = REALM.addGroup("Falcon, Inc", ENFORCED);
        App narrowed = rooms.appNarrowedTo(room.path() + "##");
        TestUser member = rooms.user(
                spec -> spec.memberOf(room).numberFor(room, PhoneNumbers.next()).memberOf(rooms.falcon));

        assertAsksFor(
                room, REALM.signIn(new Browser(), narrowed.authorize(), member).page());
        REALM.signIn(new Browser(), narrowed.authorize(), rooms.memberOfFalcon())
                .signedIn();
    }

    /** By id: the path is ambiguous. */
    private TestUser memberOf(TestGroup room) {
        TestUser user = rooms.user(spec -> spec.numberFor(room, PhoneNumbers.next()));
        REALM.join(user, room);
        return user;
    }

    private static void assertFound(String what) {
        List<String> found = API.get("/health").expect(200).body().findValuesAsText("what");
        assertTrue(found.contains(what), found::toString);
    }
}

package io.strongroom.testrealm.login;

import static io.strongroom.testrealm.support.FalconAndEagle.assertAsksFor;
import static io.strongroom.testrealm.support.StrongroomClaims.amr;
import static io.strongroom.testrealm.support.StrongroomClaims.dataRooms;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.strongroom.testrealm.harness.Answer;
import io.strongroom.testrealm.harness.App;
import io.strongroom.testrealm.harness.Browser;
import io.strongroom.testrealm.harness.Harness;
import io.strongroom.testrealm.harness.Page;
import io.strongroom.testrealm.harness.TestGroup;
import io.strongroom.testrealm.harness.TestRealm;
import io.strongroom.testrealm.harness.TestUser;
import io.strongroom.testrealm.harness.Vonage;
import io.strongroom.testrealm.support.FalconAndEagle;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Requests by applications")
class ApplicationRequestIT {
    private static final TestRealm REALM = FalconAndEagle.realm("asking");
    private static final App APP = REALM.app(FalconAndEagle.CLIENT);
    private static final Vonage VONAGE = Harness.vonage();

    private final FalconAndEagle rooms = new FalconAndEagle(REALM);
    private final Browser browser = new Browser();

    @Test
    @DisplayName(
            "X7 an application that requests another room by its path has the user asked for that room's number as "
                    + "well")
    void theOtherInAddition() {
        rooms.signInToFalcon(browser, rooms.memberOfBoth());

        Page page = browser.open(APP.authorize().with("data_room", rooms.eagle.path()))
                .page();
        assertAsksFor(rooms.eagle, page);
        Answer tokens = APP.exchange(
                page.submit("code", VONAGE.awaitCode(rooms.eagleNumber)).signedIn());

        assertEquals(List.of(rooms.eagle.path(), rooms.falcon.path()), dataRooms(tokens.idToken()));
        assertEquals(1, VONAGE.texts(rooms.falconNumber).size());
    }

    @Test
    @DisplayName("X7 an application can also request a room by its id")
    void byId() {
        rooms.signInToFalcon(browser, rooms.memberOfBoth());

        assertAsksFor(
                rooms.eagle,
                browser.open(APP.authorize().with("data_room", rooms.eagle.id()))
                        .page());
    }

    @Test
    @DisplayName("X7 requesting a room that does not exist, or that the user is not a member of, asks for nothing more "
            + "and reveals nothing")
    void noMember() {
        TestUser user = rooms.user(spec -> spec);
        REALM.signIn(browser, APP.authorize().with("data_room", rooms.falcon.path()), user)
                .signedIn();

        Answer tokens = APP.exchange(
                browser.open(APP.authorize().with("data_room", "/no such room")).signedIn());

        assertEquals(List.of(), dataRooms(tokens.idToken()));
    }

    @Test
    @DisplayName("X7 requesting a room never lowers the requirement: the room that counts is still asked for")
    void neverLess() {
        TestGroup open = rooms.openRoom("Open");
        TestUser member = rooms.memberOfFalcon();
        REALM.join(member, open);

        for (String parameter : List.of(open.path(), open.id(), "/no such room", "", "*")) {
            assertAsksFor(
                    rooms.falcon,
                    REALM.signIn(new Browser(), APP.authorize().with("data_room", parameter), member)
                            .page());
        }
    }

    @Test
    @DisplayName("X7 an administrator can narrow the rooms that count for one application without affecting another")
    void narrowed() {
        App narrowed = rooms.appNarrowedTo(rooms.eagle.path());
        TestUser member = rooms.memberOfFalcon();

        Answer tokens = narrowed.exchange(
                REALM.signIn(browser, narrowed.authorize(), member).signedIn());
        Page elsewhere = browser.open(APP.authorize()).page();

        assertEquals(List.of(), dataRooms(tokens.idToken()));
        assertEquals("1", tokens.idToken().path("acr").asText());
        assertAsksFor(rooms.falcon, elsewhere);
    }

    @Test
    @DisplayName("X7 only the user's room that counts for the application is asked for")
    void narrowedToOneOfTwo() {
        App narrowed = rooms.appNarrowedTo(rooms.eagle.path());

        Page page = REALM.signIn(browser, narrowed.authorize(), rooms.memberOfBoth())
                .page();

        assertAsksFor(rooms.eagle, page);
    }

    @Test
    @DisplayName("X7 narrowing to a path that does not exist has no effect")
    void narrowedToNowhere() {
        for (String paths : List.of("/no such room", rooms.eagle.path() + ",/no such room", "no path")) {
            App narrowed = rooms.appNarrowedTo(paths);
            TestUser member = rooms.memberOfFalcon();

            assertAsksFor(
                    rooms.falcon,
                    REALM.signIn(new Browser(), narrowed.authorize(), member).page());
        }
    }

    @Test
    @DisplayName("X7 acr_values=2 asks for a second factor if no rule does, and tokens report that it was passed")
    void stepUp() {
        TestUser user = rooms.user(spec -> spec);
        Page page = REALM.signIn(browser, APP.authorize().with("acr_values", "2"), user)
                .page();

        assertEquals("login-strongroom-phone", page.id(), page::toString);
        Answer tokens = APP.exchange(page.submit("phoneNumber", rooms.falconNumber)
                .page()
                .submit("code", VONAGE.awaitCode(rooms.falconNumber))
                .signedIn());

        assertEquals("2", tokens.idToken().path("acr").asText());
        assertEquals(List.of("pwd", "sms", "mfa"), amr(tokens.idToken()));
    }

    @Test
    @DisplayName("X7 acr_values=2 in a password-only session asks for the factor before any token is issued")
    void stepUpInSession() {
        TestUser user = rooms.user(spec -> spec);
        Answer before =
                APP.exchange(REALM.signIn(browser, APP.authorize(), user).signedIn());
        assertEquals("1", before.idToken().path("acr").asText());

        Page password = browser.open(APP.authorize().with("acr_values", "2")).page();
        Page page = password.submit("password", user.password()).page();

        assertEquals("login-strongroom-phone", page.id(), page::toString);
    }

    @Test
    @DisplayName("X7 acr as an essential claim asks for a second factor too")
    void essentialAcr() {
        TestUser user = rooms.user(spec -> spec);
        String claims = "{\"id_token\":{\"acr\":{\"essential\":true,\"values\":[\"2\"]}}}";

        Page page = REALM.signIn(browser, APP.authorize().with("claims", claims), user)
                .page();

        assertEquals("login-strongroom-phone", page.id(), page::toString);
    }
}

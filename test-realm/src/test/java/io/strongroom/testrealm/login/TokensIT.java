package io.strongroom.testrealm.login;

import static io.strongroom.testrealm.support.StrongroomClaims.amr;
import static io.strongroom.testrealm.support.StrongroomClaims.dataRooms;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

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
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Claims about the login in tokens")
class TokensIT {
    private static final TestRealm REALM = FalconAndEagle.realm("tokens");
    private static final App APP = REALM.app(FalconAndEagle.CLIENT);
    private static final Vonage VONAGE = Harness.vonage();

    private final FalconAndEagle rooms = new FalconAndEagle(REALM);
    private final Browser browser = new Browser();

    @Test
    @DisplayName("X7 report amr pwd, acr 1 and no data room after a login with only the password")
    void passwordOnly() {
        TestUser user = rooms.user(spec -> spec);

        Answer tokens =
                APP.exchange(REALM.signIn(browser, APP.authorize(), user).signedIn());

        assertAll(
                () -> assertEquals(List.of("pwd"), amr(tokens.idToken())),
                () -> assertEquals(List.of("pwd"), amr(tokens.accessToken())),
                () -> assertEquals("1", tokens.idToken().path("acr").asText()),
                () -> assertEquals(List.of(), dataRooms(tokens.accessToken())));
    }

    @Test
    @DisplayName("X7 report amr pwd, sms, mfa and acr 2 after a login with a text message code, also after a refresh")
    void sms() {
        TestUser user = rooms.user(spec -> spec.number(rooms.falconNumber));
        Page page = REALM.signIn(browser, APP.authorize(), user).page();

        Answer tokens = APP.exchange(
                page.submit("code", VONAGE.awaitCode(rooms.falconNumber)).signedIn());
        Answer refreshed = APP.refresh(tokens);

        for (Answer answer : List.of(tokens, refreshed)) {
            assertEquals(List.of("pwd", "sms", "mfa"), amr(answer.idToken()));
            assertEquals(List.of("pwd", "sms", "mfa"), amr(answer.accessToken()));
            assertEquals("2", answer.idToken().path("acr").asText());
            assertEquals("2", answer.accessToken().path("acr").asText());
        }
    }

    @Test
    @DisplayName("X7 are the same after single sign-on to another application")
    void singleSignOn() {
        TestUser user = rooms.user(spec -> spec.number(rooms.falconNumber));
        REALM.signIn(browser, user)
                .page()
                .submit("code", VONAGE.awaitCode(rooms.falconNumber))
                .signedIn();

        Answer tokens = APP.exchange(browser.open(APP.authorize()).signedIn());

        assertEquals(List.of("pwd", "sms", "mfa"), amr(tokens.idToken()));
        assertEquals("2", tokens.idToken().path("acr").asText());
    }

    @Test
    @DisplayName("X7 list the data room whose number was passed, with its path")
    void dataRoom() {
        Answer tokens = rooms.signInToFalcon(browser, rooms.memberOfFalcon());

        assertEquals(List.of(rooms.falcon.path()), dataRooms(tokens.idToken()));
        assertEquals(List.of(rooms.falcon.path()), dataRooms(tokens.accessToken()));
        assertEquals(List.of("pwd", "sms", "mfa"), amr(tokens.accessToken()));
    }

    @Test
    @DisplayName("X7 list rooms without a rule, and rooms that the user administers, without a factor")
    void nothingToMeet() {
        TestGroup open = rooms.openRoom("Open");
        TestGroup administrators =
                REALM.addGroup(rooms.falcon, "Administrators", Map.of("dataRoom.administrators", "true"));
        TestUser user = rooms.user(spec -> spec.memberOf(open).memberOf(administrators));

        Answer tokens =
                APP.exchange(REALM.signIn(browser, APP.authorize(), user).signedIn());

        assertEquals(List.of(rooms.falcon.path(), open.path()), dataRooms(tokens.idToken()));
    }

    @Test
    @DisplayName("X7 list only the room whose number was passed if two rooms have different numbers")
    void oneOfTwo() {
        Page page = REALM.signIn(browser, APP.authorize(), rooms.memberOfBoth()).page();
        boolean first = page.text().contains(rooms.falcon.path().substring(1));

        Answer tokens =
                APP.exchange(page.submit("code", VONAGE.awaitCode(first ? rooms.falconNumber : rooms.eagleNumber))
                        .signedIn());

        assertEquals(List.of((first ? rooms.falcon : rooms.eagle).path()), dataRooms(tokens.idToken()));
        assertEquals(
                0, VONAGE.texts(first ? rooms.eagleNumber : rooms.falconNumber).size());
    }

    @Test
    @DisplayName("X7 no longer list a room in refreshed tokens once the user has left it")
    void left() {
        TestUser member = rooms.memberOfFalcon();
        Answer tokens = rooms.signInToFalcon(browser, member);

        REALM.leave(member, rooms.falcon);

        assertEquals(List.of(), dataRooms(APP.refresh(tokens).accessToken()));
    }

    @Test
    @DisplayName("X7 D10 no longer list a room in refreshed tokens once the number that was passed is removed")
    void numberRemoved() {
        TestUser member = rooms.memberOfFalcon();
        Answer tokens = rooms.signInToFalcon(browser, member);
        assertEquals(List.of(rooms.falcon.path()), dataRooms(APP.refresh(tokens).accessToken()));

        rooms.removeNumbers(member);

        assertEquals(List.of(), dataRooms(APP.refresh(tokens).accessToken()));
    }

    @Test
    @DisplayName("X7 do not raise acr for a factor that no longer counts")
    void removedFactorDoesNotRaise() {
        TestUser user = rooms.user(spec -> spec.number(rooms.falconNumber));
        REALM.signIn(browser, APP.authorize(), user)
                .page()
                .submit("code", VONAGE.awaitCode(rooms.falconNumber))
                .signedIn();
        rooms.removeNumbers(user);

        Page password = browser.open(APP.authorize().with("prompt", "login")).page();
        Answer tokens =
                APP.exchange(password.submit("password", user.password()).signedIn());

        assertEquals("1", tokens.idToken().path("acr").asText());
        assertFalse(
                amr(tokens.idToken()).contains("mfa"), () -> tokens.idToken().toString());
    }
}

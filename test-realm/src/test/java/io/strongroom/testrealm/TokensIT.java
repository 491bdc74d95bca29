package io.strongroom.testrealm;

import static io.strongroom.testrealm.StrongroomClaims.amr;
import static io.strongroom.testrealm.StrongroomClaims.dataRooms;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.strongroom.testrealm.harness.Answer;
import io.strongroom.testrealm.harness.App;
import io.strongroom.testrealm.harness.Browser;
import io.strongroom.testrealm.harness.Harness;
import io.strongroom.testrealm.harness.Page;
import io.strongroom.testrealm.harness.PhoneNumbers;
import io.strongroom.testrealm.harness.TestGroup;
import io.strongroom.testrealm.harness.TestRealm;
import io.strongroom.testrealm.harness.TestUser;
import io.strongroom.testrealm.harness.UserSpec;
import io.strongroom.testrealm.harness.Vonage;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What applications ask for, and what tokens say was done")
class TokensIT {
    private static final TestRealm REALM =
            TestRealm.create("tokens", Map.of("twoFactor.enforcement", "optional", "twoFactor.methods", "sms"));
    private static final App APP = REALM.addClient("claims-app", StrongroomClaims::into);
    private static final Vonage VONAGE = Harness.vonage();
    private static final AtomicInteger NAMES = new AtomicInteger();

    private final TestGroup falcon = room("Falcon");
    private final TestGroup eagle = room("Eagle");
    private final String falconNumber = PhoneNumbers.next();
    private final String eagleNumber = PhoneNumbers.next();
    private final Browser browser = new Browser();

    private static TestGroup room(String name) {
        TestGroup group = openRoom(name);
        REALM.setAttribute(group, "twoFactor.enforced", "true");
        return group;
    }

    private static TestGroup openRoom(String name) {
        return REALM.addGroup(name + " " + NAMES.incrementAndGet(), Map.of("dataRoom", "true"));
    }

    private static TestUser user(UnaryOperator<UserSpec> change) {
        return REALM.addUser("user" + NAMES.incrementAndGet(), change);
    }

    private TestUser memberOfFalcon() {
        return user(spec -> spec.memberOf(falcon).numberFor(falcon, falconNumber));
    }

    /** Each room has a number of its own. */
    private TestUser memberOfBoth() {
        return user(spec -> spec.memberOf(falcon)
                .numberFor(falcon, falconNumber)
                .memberOf(eagle)
                .numberFor(eagle, eagleNumber));
    }

    private static App appNarrowedTo(String paths) {
        return REALM.addClient("narrowed-" + NAMES.incrementAndGet(), client -> {
            client.getAttributes().put("twoFactor.dataRooms", paths);
            return StrongroomClaims.into(client);
        });
    }

    private static void assertAsksFor(TestGroup room, Page page) {
        assertEquals("login-strongroom-code", page.id(), page::toString);
        assertTrue(page.text().contains(room.path().substring(1)), page::toString);
    }

    private Answer signInToFalcon(TestUser member) {
        Page page = REALM.signIn(browser, APP.authorize().with("data_room", falcon.path()), member)
                .page();
        assertAsksFor(falcon, page);
        return APP.exchange(page.submit("code", VONAGE.awaitCode(falconNumber)).signedIn());
    }

    @Test
    @DisplayName("X7 a login with the password only says so: amr pwd, acr 1, no data room")
    void passwordOnly() {
        TestUser user = user(spec -> spec);

        Answer tokens =
                APP.exchange(REALM.signIn(browser, APP.authorize(), user).signedIn());

        assertAll(
                () -> assertEquals(List.of("pwd"), amr(tokens.idToken())),
                () -> assertEquals(List.of("pwd"), amr(tokens.accessToken())),
                () -> assertEquals("1", tokens.idToken().path("acr").asText()),
                () -> assertEquals(List.of(), dataRooms(tokens.accessToken())));
    }

    @Test
    @DisplayName("X7 a login with a code by text message says so: amr pwd, sms, mfa and acr 2, also after a refresh")
    void sms() {
        TestUser user = user(spec -> spec.number(falconNumber));
        Page page = REALM.signIn(browser, APP.authorize(), user).page();

        Answer tokens =
                APP.exchange(page.submit("code", VONAGE.awaitCode(falconNumber)).signedIn());
        Answer refreshed = APP.refresh(tokens);

        for (Answer answer : List.of(tokens, refreshed)) {
            assertEquals(List.of("pwd", "sms", "mfa"), amr(answer.idToken()));
            assertEquals(List.of("pwd", "sms", "mfa"), amr(answer.accessToken()));
            assertEquals("2", answer.idToken().path("acr").asText());
            assertEquals("2", answer.accessToken().path("acr").asText());
        }
    }

    @Test
    @DisplayName("X7 single sign-on to another application says the same")
    void singleSignOn() {
        TestUser user = user(spec -> spec.number(falconNumber));
        REALM.signIn(browser, user)
                .page()
                .submit("code", VONAGE.awaitCode(falconNumber))
                .signedIn();

        Answer tokens = APP.exchange(browser.open(APP.authorize()).signedIn());

        assertEquals(List.of("pwd", "sms", "mfa"), amr(tokens.idToken()));
        assertEquals("2", tokens.idToken().path("acr").asText());
    }

    @Test
    @DisplayName("X7 the data room whose number was passed is named, with its path")
    void dataRoom() {
        Answer tokens = signInToFalcon(memberOfFalcon());

        assertEquals(List.of(falcon.path()), dataRooms(tokens.idToken()));
        assertEquals(List.of(falcon.path()), dataRooms(tokens.accessToken()));
        assertEquals(List.of("pwd", "sms", "mfa"), amr(tokens.accessToken()));
    }

    @Test
    @DisplayName("X7 a room that enforces nothing, and one the user administers, are named without a factor")
    void nothingToMeet() {
        TestGroup open = openRoom("Open");
        TestGroup administrators = REALM.addGroup(falcon, "Administrators", Map.of("dataRoom.administrators", "true"));
        TestUser user = user(spec -> spec.memberOf(open).memberOf(administrators));

        Answer tokens =
                APP.exchange(REALM.signIn(browser, APP.authorize(), user).signedIn());

        assertEquals(List.of(falcon.path(), open.path()), dataRooms(tokens.idToken()));
    }

    @Test
    @DisplayName("X7 of two rooms with different numbers only the one that was passed is named")
    void oneOfTwo() {
        Page page = REALM.signIn(browser, APP.authorize(), memberOfBoth()).page();
        boolean first = page.text().contains(falcon.path().substring(1));

        Answer tokens = APP.exchange(page.submit("code", VONAGE.awaitCode(first ? falconNumber : eagleNumber))
                .signedIn());

        assertEquals(List.of((first ? falcon : eagle).path()), dataRooms(tokens.idToken()));
        assertEquals(0, VONAGE.texts(first ? eagleNumber : falconNumber).size());
    }

    @Test
    @DisplayName("X7 an application that asks for the other room, by its path, gets its own number asked in addition")
    void theOtherInAddition() {
        signInToFalcon(memberOfBoth());

        Page page =
                browser.open(APP.authorize().with("data_room", eagle.path())).page();
        assertAsksFor(eagle, page);
        Answer tokens =
                APP.exchange(page.submit("code", VONAGE.awaitCode(eagleNumber)).signedIn());

        assertEquals(List.of(eagle.path(), falcon.path()), dataRooms(tokens.idToken()));
        assertEquals(1, VONAGE.texts(falconNumber).size());
    }

    @Test
    @DisplayName("X7 a room may also be asked for by its id")
    void byId() {
        signInToFalcon(memberOfBoth());

        assertAsksFor(
                eagle,
                browser.open(APP.authorize().with("data_room", eagle.id())).page());
    }

    @Test
    @DisplayName(
            "X7 asking for a room one is no member of, or for none that there is, asks nothing more and names nothing")
    void noMember() {
        TestUser user = user(spec -> spec);
        REALM.signIn(browser, APP.authorize().with("data_room", falcon.path()), user)
                .signedIn();

        Answer tokens = APP.exchange(
                browser.open(APP.authorize().with("data_room", "/no such room")).signedIn());

        assertEquals(List.of(), dataRooms(tokens.idToken()));
    }

    @Test
    @DisplayName("X7 naming a room never asks for less: the one that counts is asked all the same")
    void neverLess() {
        TestGroup open = openRoom("Open");
        TestUser member = memberOfFalcon();
        REALM.join(member, open);

        for (String parameter : List.of(open.path(), open.id(), "/no such room", "", "*")) {
            assertAsksFor(
                    falcon,
                    REALM.signIn(new Browser(), APP.authorize().with("data_room", parameter), member)
                            .page());
        }
    }

    @Test
    @DisplayName("X7 an administrator narrows the rooms that count for an application; another is judged anew")
    void narrowed() {
        App narrowed = appNarrowedTo(eagle.path());
        TestUser member = memberOfFalcon();

        Answer tokens = narrowed.exchange(
                REALM.signIn(browser, narrowed.authorize(), member).signedIn());
        Page elsewhere = browser.open(APP.authorize()).page();

        assertEquals(List.of(), dataRooms(tokens.idToken()));
        assertEquals("1", tokens.idToken().path("acr").asText());
        assertAsksFor(falcon, elsewhere);
    }

    @Test
    @DisplayName("X7 of a user's rooms the one that counts for the application is asked")
    void narrowedToOneOfTwo() {
        App narrowed = appNarrowedTo(eagle.path());

        Page page = REALM.signIn(browser, narrowed.authorize(), memberOfBoth()).page();

        assertAsksFor(eagle, page);
    }

    @Test
    @DisplayName("X7 a narrowing whose path leads nowhere narrows nothing")
    void narrowedToNowhere() {
        for (String paths : List.of("/no such room", eagle.path() + ",/no such room", "no path")) {
            App narrowed = appNarrowedTo(paths);
            TestUser member = memberOfFalcon();

            assertAsksFor(
                    falcon,
                    REALM.signIn(new Browser(), narrowed.authorize(), member).page());
        }
    }

    @Test
    @DisplayName("X7 a refresh names a room no longer once the user has left it")
    void left() {
        TestUser member = memberOfFalcon();
        Answer tokens = signInToFalcon(member);

        REALM.leave(member, falcon);

        assertEquals(List.of(), dataRooms(APP.refresh(tokens).accessToken()));
    }

    @Test
    @DisplayName("X7 D10 a refresh names a room no longer once the number that was passed is removed")
    void numberRemoved() {
        TestUser member = memberOfFalcon();
        Answer tokens = signInToFalcon(member);
        assertEquals(List.of(falcon.path()), dataRooms(APP.refresh(tokens).accessToken()));

        removeNumbers(member);

        assertEquals(List.of(), dataRooms(APP.refresh(tokens).accessToken()));
    }

    private static void removeNumbers(TestUser user) {
        REALM.credentials(user).stream()
                .filter(credential -> "sms-otp".equals(credential.getType()))
                .forEach(credential ->
                        REALM.admin().delete(REALM.path("/users/" + user.id() + "/credentials/" + credential.getId())));
    }

    @Test
    @DisplayName("X7 acr_values=2 asks for a second factor where no rule does, and tokens say that it was passed")
    void stepUp() {
        TestUser user = user(spec -> spec);
        Page page = REALM.signIn(browser, APP.authorize().with("acr_values", "2"), user)
                .page();

        assertEquals("login-strongroom-phone", page.id(), page::toString);
        Answer tokens = APP.exchange(page.submit("phoneNumber", falconNumber)
                .page()
                .submit("code", VONAGE.awaitCode(falconNumber))
                .signedIn());

        assertEquals("2", tokens.idToken().path("acr").asText());
        assertEquals(List.of("pwd", "sms", "mfa"), amr(tokens.idToken()));
    }

    @Test
    @DisplayName("X7 acr_values=2 in a session with a password only asks for the factor before anything is issued")
    void stepUpInSession() {
        TestUser user = user(spec -> spec);
        Answer before =
                APP.exchange(REALM.signIn(browser, APP.authorize(), user).signedIn());
        assertEquals("1", before.idToken().path("acr").asText());

        Page password = browser.open(APP.authorize().with("acr_values", "2")).page();
        Page page = password.submit("password", user.password()).page();

        assertEquals("login-strongroom-phone", page.id(), page::toString);
    }

    @Test
    @DisplayName("X7 acr as an essential claim asks as well")
    void essentialAcr() {
        TestUser user = user(spec -> spec);
        String claims = "{\"id_token\":{\"acr\":{\"essential\":true,\"values\":[\"2\"]}}}";

        Page page = REALM.signIn(browser, APP.authorize().with("claims", claims), user)
                .page();

        assertEquals("login-strongroom-phone", page.id(), page::toString);
    }

    @Test
    @DisplayName("X7 a factor that does not count any more does not raise acr either")
    void removedFactorDoesNotRaise() {
        TestUser user = user(spec -> spec.number(falconNumber));
        REALM.signIn(browser, APP.authorize(), user)
                .page()
                .submit("code", VONAGE.awaitCode(falconNumber))
                .signedIn();
        removeNumbers(user);

        Page password = browser.open(APP.authorize().with("prompt", "login")).page();
        Answer tokens =
                APP.exchange(password.submit("password", user.password()).signedIn());

        assertEquals("1", tokens.idToken().path("acr").asText());
        assertFalse(
                amr(tokens.idToken()).contains("mfa"), () -> tokens.idToken().toString());
    }
}

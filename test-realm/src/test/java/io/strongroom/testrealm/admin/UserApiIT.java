package io.strongroom.testrealm.admin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.strongroom.testrealm.harness.AdminApi;
import io.strongroom.testrealm.harness.Browser;
import io.strongroom.testrealm.harness.PhoneNumbers;
import io.strongroom.testrealm.harness.TestGroup;
import io.strongroom.testrealm.harness.TestRealm;
import io.strongroom.testrealm.harness.TestUser;
import io.strongroom.testrealm.support.RememberedBrowser;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Users in the admin API")
class UserApiIT {
    private final TestRealm realm =
            TestRealm.create("userapi", Map.of("twoFactor.enforcement", "optional", "twoFactor.graceDays", "7"));
    private final AdminApi api = AdminApi.of(realm);

    @Test
    @DisplayName("C7 an administrator requires two-factor of one user and lifts it again, each with effect at the next "
            + "login")
    void required() {
        TestUser user = realm.addUser("rita");

        api.put("/users/" + user.id() + "/required", null).expect(204);

        assertEquals(
                "login-strongroom-choose",
                realm.signIn(new Browser(), user).page().id());
        assertTrue(api.get("/users/" + user.id()).body().at("/summary/required").asBoolean());
        api.delete("/users/" + user.id() + "/required").expect(204);
        realm.signIn(new Browser(), user).signedIn();
        long events = realm.adminEvents().stream()
                .filter(event -> "TWO_FACTOR".equals(event.getResourceType()))
                .count();
        assertEquals(2, events);
    }

    @Test
    @DisplayName("C12 a user sets up a new TOTP secret at the next login after the old one is revoked")
    void revoke() {
        TestUser user =
                realm.addUser("toni", spec -> spec.role("two-factor-required").app("a secret of twenty b"));
        String credential = api.get("/users/" + user.id())
                .expect(200)
                .body()
                .at("/factors/0/id")
                .asText();

        api.delete("/users/" + user.id() + "/factors/" + credential).expect(204);

        assertEquals(
                "login-strongroom-choose",
                realm.signIn(new Browser(), user).page().id());
        api.delete("/users/" + user.id() + "/factors/" + credential).expect(404);
    }

    @Test
    @DisplayName("D7 a data room's number is shown with the room's name, until the room is deleted")
    void roomName() {
        TestGroup room = realm.addGroup("Falcon", Map.of("dataRoom", "true"));
        TestUser user = realm.addUser("nora", spec -> spec.memberOf(room).numberFor(room, PhoneNumbers.next()));
        assertEquals(
                "Falcon",
                api.get("/users/" + user.id())
                        .body()
                        .at("/factors/0/dataRoomName")
                        .asText());

        realm.admin().delete(realm.path("/groups/" + room.id()));

        JsonNode factor = api.get("/users/" + user.id()).expect(200).body().at("/factors/0");
        assertFalse(factor.has("dataRoomName"), factor::toString);
    }

    @Test
    @DisplayName("only factors can be removed, so the password stays")
    void passwordStays() {
        TestUser user = realm.addUser("paula");
        String password = realm.credentials(user).get(0).getId();

        api.delete("/users/" + user.id() + "/factors/" + password).expect(404);

        realm.signIn(new Browser(), user).signedIn();
    }

    @Test
    @DisplayName(
            "T8 X6 an administrator resets a user who has lost phone and backup codes, and signOut ends all sessions")
    void reset() {
        TestUser user = realm.addUser("lars");
        realm.signIn(new Browser(), user).signedIn();
        String number = PhoneNumbers.next();
        TestUser other =
                realm.addUser("lena", spec -> spec.app("a secret of twenty b").number(number));

        api.delete("/users/" + other.id() + "/factors?signOut=true").expect(204);
        api.delete("/users/" + user.id() + "/factors?signOut=true").expect(204);

        assertEquals(
                "none",
                api.get("/users/" + other.id()).body().at("/summary/status").asText());
        assertFalse(realm.sessions(user).elements().hasNext());
        String event = realm.adminEvents().stream()
                .filter(one -> "TWO_FACTOR".equals(one.getResourceType()))
                .filter(one -> one.getResourcePath().contains(other.id()))
                .findFirst()
                .orElseThrow()
                .getRepresentation();
        assertTrue(event.contains("•••") && !event.contains(number), event);
    }

    @Test
    @DisplayName("X6 a user is asked for the factor again after remembered browsers are revoked")
    void browsers() {
        realm.setAttribute("twoFactor.rememberBrowserDays", "30");
        String number = PhoneNumbers.next();
        TestUser user = realm.addUser("bodo", spec -> spec.number(number));
        Browser browser = new Browser();
        RememberedBrowser.remember(realm, browser, user, number);
        assertEquals(
                1,
                api.get("/users/" + user.id()).body().path("rememberedBrowsers").asInt());

        api.delete("/users/" + user.id() + "/browsers?signOut=true").expect(204);

        assertEquals(
                0,
                api.get("/users/" + user.id()).body().path("rememberedBrowsers").asInt());
        assertEquals("login-strongroom-code", realm.signIn(browser, user).page().id());
    }

    @Test
    @DisplayName("security 8: an administrator unlocks a locked factor")
    void unlock() {
        TestUser user = realm.addUser("lotte", spec -> spec.lockedNumber(PhoneNumbers.next()));
        assertEquals(
                "locked",
                api.get("/users/" + user.id()).body().at("/summary/status").asText());

        api.delete("/users/" + user.id() + "/locks").expect(204);

        assertEquals(
                "sms",
                api.get("/users/" + user.id()).body().at("/summary/status").asText());
    }
}

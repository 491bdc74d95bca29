package io.strongroom.testrealm.policy;

import static io.strongroom.testrealm.support.FalconAndEagle.assertAsksFor;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.strongroom.testrealm.harness.AdminApi;
import io.strongroom.testrealm.harness.App;
import io.strongroom.testrealm.harness.Browser;
import io.strongroom.testrealm.harness.ClientRegistration;
import io.strongroom.testrealm.harness.TestRealm;
import io.strongroom.testrealm.support.FalconAndEagle;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.keycloak.representations.idm.ClientRepresentation;

@DisplayName("X1 A client that registers itself")
class RegisteredClientIT {

    private static final TestRealm REALM = FalconAndEagle.realm("registering");
    private static final AdminApi API = AdminApi.of(REALM);
    private static final ClientRegistration REGISTRATION = new ClientRegistration(REALM);

    private final FalconAndEagle rooms = new FalconAndEagle(REALM);

    @Test
    @DisplayName(
            "cannot narrow data rooms by registering with the attribute, even after an export and import: users are "
                    + "asked, and a finding says what to do")
    void registered() {
        JsonNode client = REGISTRATION.register(representation("brings", rooms.eagle.path()));

        assertIsAskedForFalcon("brings");
        assertFound("brings");

        ClientRepresentation copy = client("brings");
        REALM.admin().delete(REALM.path("/clients/" + client.path("id").asText()));
        copy.setId(null);
        REALM.admin().create(REALM.path("/clients"), copy);
        assertIsAskedForFalcon("brings");
    }

    @Test
    @DisplayName(
            "cannot narrow data rooms by writing the attribute later with its registration access token, regardless "
                    + "of who created it")
    void changed() {
        REGISTRATION.register(representation("later", null));
        REGISTRATION.update("later", REGISTRATION.token("later"), representation("later", rooms.eagle.path()));
        App made = rooms.appNarrowedTo(rooms.eagle.path());
        REALM.signIn(new Browser(), made.authorize(), rooms.memberOfFalcon()).signedIn();
        String token = REALM.admin()
                .send(
                        "POST",
                        REALM.path("/clients/" + client(made.clientId()).getId() + "/registration-access-token"),
                        null)
                .text("registrationAccessToken");
        assertFalse(token.isBlank());

        assertIsAskedForFalcon("later");
        assertIsAskedForFalcon(made.clientId());
    }

    @Test
    @DisplayName("can be narrowed by an administrator through a realm attribute, which the client cannot write")
    void byRealm() {
        JsonNode client = REGISTRATION.register(representation("approved", rooms.falcon.path()));
        String attribute = "twoFactor.dataRooms." + client.path("id").asText();

        REALM.setAttribute(attribute, rooms.eagle.path());

        REALM.signIn(new Browser(), REALM.app("approved").authorize(), rooms.memberOfFalcon())
                .signedIn();
        List<String> found = API.get("/health").expect(200).body().findValuesAsText("what");
        assertTrue(found.stream().noneMatch(what -> what.contains("client approved")), found::toString);
        REALM.setAttribute(attribute, "##");
        assertIsAskedForFalcon("approved");
        assertTrue(API.get("/health").body().toString().contains(attribute));
    }

    private void assertIsAskedForFalcon(String clientId) {
        assertAsksFor(
                rooms.falcon,
                REALM.signIn(new Browser(), REALM.app(clientId).authorize(), rooms.memberOfFalcon())
                        .page());
    }

    private static void assertFound(String clientId) {
        JsonNode findings = API.get("/health").expect(200).body();
        assertTrue(
                findings.findValuesAsText("what").contains("twoFactor.dataRooms of client " + clientId),
                findings::toString);
        assertTrue(findings.toString().contains("can change itself"), findings::toString);
    }

    private static ClientRepresentation client(String clientId) {
        ClientRepresentation[] found =
                REALM.admin().get(REALM.path("/clients?clientId=" + clientId), ClientRepresentation[].class);
        assertEquals(1, found.length);
        return found[0];
    }

    private static ClientRepresentation representation(String clientId, String rooms) {
        ClientRepresentation client = new ClientRepresentation();
        client.setClientId(clientId);
        client.setPublicClient(true);
        client.setRedirectUris(List.of(App.REDIRECT_URI));
        client.setAttributes(rooms == null ? Map.of() : Map.of("twoFactor.dataRooms", rooms));
        return client;
    }
}

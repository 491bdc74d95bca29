package io.strongroom.testrealm.policy;

import static io.strongroom.testrealm.support.StrongroomClaims.dataRooms;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.strongroom.testrealm.harness.AdminApi;
import io.strongroom.testrealm.harness.Answer;
import io.strongroom.testrealm.harness.App;
import io.strongroom.testrealm.harness.Browser;
import io.strongroom.testrealm.harness.Harness;
import io.strongroom.testrealm.harness.Landing;
import io.strongroom.testrealm.harness.Page;
import io.strongroom.testrealm.harness.PhoneNumbers;
import io.strongroom.testrealm.harness.TestRealm;
import io.strongroom.testrealm.harness.TestUser;
import io.strongroom.testrealm.support.StrongroomClaims;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("X15 A data room within an organization")
class OrganizationRoomIT {

    private static final TestRealm REALM = TestRealm.create("organized", realm -> {
                realm.setOrganizationsEnabled(true);
                return realm;
            })
            .withMail();
    private static final App APP = REALM.addClient("claims-app", StrongroomClaims::into);
    private static final AdminApi API = AdminApi.of(REALM);
    private static final Map<String, List<String>> ENFORCED =
            Map.of("dataRoom", List.of("true"), "twoFactor.enforced", List.of("true"));

    @Test
    @DisplayName("works like any other in the guard, lists, members, report and claims, and its administrators are not "
            + "asked")
    void room() {
        String acme = organization("acme");
        String room = group(acme, "", "Falcon", ENFORCED);
        String bidders = group(acme, "/" + room + "/children", "Bidders", Map.of());
        String administrators = group(
                acme, "/" + room + "/children", "Administrators", Map.of("dataRoom.administrators", List.of("true")));
        String number = PhoneNumbers.next();
        TestUser bidder = member(acme, bidders, "bidder");
        TestUser administrator = member(acme, administrators, "chair");
        API.put("/data-rooms/" + room + "/members/" + bidder.id() + "/phone-number", Map.of("phoneNumber", number))
                .expect(200);

        Page page = signIn(bidder).page();
        assertEquals("login-strongroom-code", page.id(), page::toString);
        Answer tokens = APP.exchange(
                page.submit("code", Harness.vonage().awaitCode(number)).signedIn());
        assertEquals(List.of("acme:/Falcon"), dataRooms(tokens.idToken()));
        signIn(administrator).signedIn();

        JsonNode listed = API.get("/data-rooms").expect(200).body();
        assertEquals(List.of("acme:/Falcon"), listed.findValuesAsText("path"));
        assertEquals(
                List.of("bidder", "chair"),
                API.get("/data-rooms/" + room + "/members").expect(200).body().findValuesAsText("username"));
        JsonNode counted = API.get("/report/data-rooms").expect(200).body();
        assertEquals(2, counted.path(0).path("members").asInt(), counted::toString);
        assertEquals(
                0,
                API.get("/health").expect(200).body().size(),
                () -> API.get("/health").body().toString());
        API.put("/data-rooms/" + room, Map.of("enforced", false)).expect(200);
        signIn(bidder).signedIn();
    }

    @Test
    @DisplayName("has its own path, so it is not confused with a room of the realm")
    void names() {
        REALM.addGroup("Twin", Map.of("dataRoom", "true", "twoFactor.enforced", "true"));
        String room = group(organization("twins"), "", "Twin", ENFORCED);

        assertEquals(
                List.of("/Twin", "twins:/Twin"),
                API.get("/data-rooms?search=twin").expect(200).body().findValuesAsText("path").stream()
                        .sorted()
                        .toList());
        assertTrue(API.get("/data-rooms/" + room)
                .expect(200)
                .body()
                .path("enforced")
                .asBoolean());
    }

    @Test
    @DisplayName("can't be the organization itself, whatever its attributes, and the health findings name it")
    void organizationItself() {
        String hub = organization("hub");
        Map<String, Object> attributes = Map.of(
                "id",
                hub,
                "name",
                "hub",
                "alias",
                "hub",
                "domains",
                List.of(Map.of("name", "hub.example")),
                "attributes",
                ENFORCED);
        REALM.admin().put(REALM.path("/organizations/" + hub), attributes);
        String plain = group(hub, "", "Plain", Map.of());
        TestUser member = member(hub, plain, "plain");

        signIn(member).signedIn();
        assertTrue(API.get("/data-rooms?search=hub").expect(200).body().isEmpty());
        assertTrue(API.get("/data-rooms?search=" + hub).expect(200).body().isEmpty());
        List<String> found = API.get("/health").expect(200).body().findValuesAsText("what");
        assertTrue(found.contains("dataRoom of organization hub"), found::toString);
        REALM.admin().delete(REALM.path("/organizations/" + hub));
    }

    /** With organizations, Keycloak asks for the user name first. */
    private static Landing signIn(TestUser user) {
        return new Browser()
                .open(APP.authorize())
                .page()
                .submit("username", user.name())
                .page()
                .submit("password", user.password());
    }

    private static String organization(String name) {
        return REALM.admin()
                .create(
                        REALM.path("/organizations"),
                        Map.of("name", name, "alias", name, "domains", List.of(Map.of("name", name + ".example"))));
    }

    private static String group(String organization, String below, String name, Map<String, List<String>> attributes) {
        String groups = REALM.path("/organizations/" + organization + "/groups");
        String id = REALM.admin().create(groups + below, Map.of("name", name));
        REALM.admin().put(groups + "/" + id, Map.of("id", id, "name", name, "attributes", attributes));
        return id;
    }

    private static TestUser member(String organization, String group, String name) {
        TestUser user = REALM.addUser(name);
        REALM.admin().post(REALM.path("/organizations/" + organization + "/members"), user.id());
        REALM.admin()
                .put(REALM.path("/organizations/" + organization + "/groups/" + group + "/members/" + user.id()), null);
        return user;
    }
}

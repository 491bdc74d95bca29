package io.strongroom.testrealm.admin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.strongroom.testrealm.harness.AdminApi;
import io.strongroom.testrealm.harness.AdminApi.Reply;
import io.strongroom.testrealm.harness.Browser;
import io.strongroom.testrealm.harness.Harness;
import io.strongroom.testrealm.harness.PhoneNumbers;
import io.strongroom.testrealm.harness.TestGroup;
import io.strongroom.testrealm.harness.TestRealm;
import io.strongroom.testrealm.harness.TestUser;
import io.strongroom.testrealm.harness.Vonage;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Data rooms in the admin API")
class DataRoomApiIT {
    private static final TestRealm REALM = TestRealm.create("roomapi");
    private static final AdminApi API = AdminApi.of(REALM);
    private static final Vonage VONAGE = Harness.vonage();
    private static final AtomicInteger ROOMS = new AtomicInteger();

    private final String name = "Falcon " + ROOMS.incrementAndGet();
    private final String number = PhoneNumbers.next();
    private final JsonNode room = API.post(
                    "/data-rooms",
                    Map.of(
                            "name",
                            name,
                            "enforced",
                            true,
                            "userGroups",
                            List.of("Bidders"),
                            "administrators",
                            "Administrators"))
            .expect(201)
            .body();
    private final String path = "/data-rooms/" + room.path("id").asText();

    private TestUser member(String userGroup) {
        return REALM.addUser(
                userGroup.toLowerCase() + number.substring(8),
                spec -> spec.memberOf(new TestGroup("", "/" + name + "/" + userGroup)));
    }

    private static String numberOf(TestUser user) {
        return "/members/" + user.id() + "/phone-number";
    }

    @Test
    @DisplayName("D3 a data room is created with the rule switched on or off, and a member is asked if it is on")
    void create() {
        assertTrue(room.path("enforced").asBoolean());
        assertEquals("enrol", room.path("withoutNumber").asText());
        assertEquals(2, room.path("userGroups").size());
        Reply without = API.post("/data-rooms", Map.of("name", name + " open")).expect(201);
        assertFalse(without.body().path("enforced").asBoolean());
        assertEquals(
                without.body(), API.get("/data-rooms/" + without.field("id")).body());

        assertEquals(
                "login-strongroom-phone",
                REALM.signIn(new Browser(), member("Bidders")).page().id());
    }

    @Test
    @DisplayName("D3 all errors in a new data room are reported at once, and names are unique")
    void createWrong() {
        Reply refused = API.post(
                        "/data-rooms",
                        Map.of(
                                "enforced",
                                "yes",
                                "methods",
                                List.of("fax"),
                                "userGroups",
                                List.of("A", "A"),
                                "colour",
                                "red"))
                .expect(400);

        assertEquals(5, refused.body().path("errors").size(), refused.text());
        Reply twice = API.post("/data-rooms", Map.of("name", name)).expect(409);
        assertTrue(twice.field("errorMessage").contains(name), twice.text());
    }

    @Test
    @DisplayName("D4 the rule of an existing data room is switched off and on, and off takes effect at the next login")
    void edit() {
        TestUser bidder = member("Bidders");
        ObjectNode edited = room.deepCopy();
        edited.put("enforced", false);
        edited.put("withoutNumber", "refuse");

        API.put(path, edited).expect(200);

        REALM.signIn(new Browser(), bidder).signedIn();
        edited.put("enforced", true);
        assertTrue(API.put(path, edited).expect(200).body().path("enforced").asBoolean());
        assertEquals(
                "login-strongroom-refused",
                REALM.signIn(new Browser(), bidder).page().id());
    }

    @Test
    @DisplayName("D5 enforcing two-factor on the administrators of a data room is refused with an explanation")
    void administrators() {
        String administrators = "";
        for (JsonNode group : room.path("userGroups")) {
            administrators =
                    group.path("administrators").asBoolean() ? group.path("id").asText() : administrators;
        }
        TestUser administrator = member("Administrators");

        Reply onTheGroup = API.put("/data-rooms/" + administrators, Map.of("enforced", true))
                .expect(409);
        Reply onTheMember = API.put(path + numberOf(administrator), Map.of("phoneNumber", number))
                .expect(409);

        assertTrue(onTheGroup.text().contains("cannot be enforced on the administrators of a data room"));
        assertTrue(onTheMember.text().contains("cannot be enforced on the administrators of a data room"));
        REALM.signIn(new Browser(), administrator).signedIn();
    }

    @Test
    @DisplayName("D7 codes for the member go to the number set for them, and the list shows it")
    void setNumber() {
        TestUser bidder = member("Bidders");
        String spaced = number.substring(0, 3) + " " + number.substring(3, 6) + "-" + number.substring(6);

        Reply set =
                API.put(path + numberOf(bidder), Map.of("phoneNumber", spaced)).expect(200);

        assertEquals(number, set.field("phoneNumber"));
        REALM.signIn(new Browser(), bidder)
                .page()
                .submit("code", VONAGE.awaitCode(number))
                .signedIn();
        JsonNode row = API.get(path + "/members?search=" + bidder.name())
                .expect(200)
                .body()
                .path(0);
        assertEquals(number, row.path("phoneNumber").asText());
        assertEquals("sms", row.path("status").asText());
        assertEquals("Bidders", row.path("groups").path(0).asText());
        assertFalse(row.path("administrator").asBoolean());
        String next = PhoneNumbers.next();
        API.put(path + numberOf(bidder), Map.of("phoneNumber", next)).expect(200);
        REALM.signIn(new Browser(), bidder)
                .page()
                .submit("code", VONAGE.awaitCode(next))
                .signedIn();
        assertEquals(1, REALM.credentials(bidder, "sms-otp").size());
    }

    @Test
    @DisplayName(
            "D8 D9 a number that is not in international format, or can't receive text messages, is refused with the "
                    + "reason")
    void refusedNumbers() {
        TestUser bidder = member("Bidders");
        Map<String, String> refused = Map.of(
                "0701740605",
                "full international format",
                "+46812345678",
                "cannot receive text messages",
                "+999123",
                "no such");

        refused.forEach((entered, reason) -> {
            Reply reply = API.put(path + numberOf(bidder), Map.of("phoneNumber", entered))
                    .expect(400);
            assertTrue(reply.field("errorMessage").contains(reason), reply.text());
            assertTrue(reply.field("errorMessage").contains("+46701740605"), "with an example: " + reply.text());
            assertEquals(
                    "phoneNumber",
                    reply.body().path("errors").path(0).path("field").asText());
        });
        API.put(path + numberOf(bidder), Map.of()).expect(400);
    }

    @Test
    @DisplayName("D10 removing the number removes the member's second factor for that data room")
    void removeNumber() {
        TestUser bidder = member("Bidders");
        API.put(path + numberOf(bidder), Map.of("phoneNumber", number)).expect(200);
        ObjectNode edited = room.deepCopy();
        edited.put("withoutNumber", "allow");
        API.put(path, edited).expect(200);

        API.delete(path + numberOf(bidder)).expect(204);

        REALM.signIn(new Browser(), bidder).signedIn();
        API.delete(path + numberOf(bidder)).expect(404);
    }

    @Test
    @DisplayName("D1 members are filtered by status and paged by user name")
    void members() {
        TestUser with = member("Bidders");
        API.put(path + numberOf(with), Map.of("phoneNumber", number)).expect(200);
        REALM.addUser("zzz" + number.substring(8), spec -> spec.memberOf(new TestGroup("", "/" + name)));

        JsonNode all = API.get(path + "/members").expect(200).body();
        JsonNode second = API.get(path + "/members?first=1&max=1").expect(200).body();
        JsonNode none = API.get(path + "/members?status=none").expect(200).body();

        assertEquals(2, all.size());
        assertEquals(all.path(1), second.path(0));
        assertEquals(1, none.size());
        assertEquals(all.path(1), none.path(0));
        assertEquals(400, API.get(path + "/members?status=odd&max=1000").status());
    }

    @Test
    @DisplayName("X11 setting and removing a number each emit one event with the old and the new number, masked")
    void events() {
        TestUser bidder = member("Bidders");
        API.put(path + numberOf(bidder), Map.of("phoneNumber", number)).expect(200);
        API.delete(path + numberOf(bidder)).expect(204);

        List<String> events = REALM.adminEvents().stream()
                .filter(event -> "TWO_FACTOR".equals(event.getResourceType()))
                .filter(event -> event.getResourcePath().contains(bidder.id()))
                .map(event -> event.getOperationType() + event.getRepresentation())
                .toList();

        assertEquals(2, events.size());
        events.forEach(event -> {
            assertTrue(event.contains("•••" + number.substring(number.length() - 2)), event);
            assertFalse(event.contains(number.substring(1)), event);
        });
    }
}

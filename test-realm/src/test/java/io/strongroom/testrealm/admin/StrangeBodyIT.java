package io.strongroom.testrealm.admin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.strongroom.testrealm.harness.AdminApi;
import io.strongroom.testrealm.harness.AdminApi.Reply;
import io.strongroom.testrealm.harness.TestRealm;
import io.strongroom.testrealm.harness.TestUser;
import io.strongroom.testrealm.support.TestOrganization;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("An unexpected request body in the admin API")
class StrangeBodyIT {
    private static final String GARBAGE = "{}[]\":,0e-\u0000true\uD83D";

    private final TestRealm realm = TestRealm.create("bodies", representation -> {
        representation.setOrganizationsEnabled(true);
        return representation;
    });
    private final AdminApi api = AdminApi.of(realm);

    @Test
    @DisplayName("is refused with an explanation if it is not a JSON object or is too long")
    void noObject() {
        for (String body :
                List.of("", "[]", "null", "{", "{\"a\":1}x", "{\"a\":1,\"a\":2}", "\"" + "x".repeat(70_000))) {
            Reply reply = api.send("PUT", "/policy", body, Map.of());
            assertEquals(400, reply.status(), body);
            assertTrue(reply.field("errorMessage").contains("JSON object"), reply.text());
        }
    }

    /** FuzzTest tries ten thousand without a server. */
    @Test
    @DisplayName("never causes a server error at any writing endpoint, in 400 random cases")
    void fuzz() {
        Random random = new Random(11);
        TestUser user = realm.addUser("fuzzed");
        String room = api.post("/data-rooms", Map.of("name", "Fuzz")).field("id");
        String organization =
                "/organizations/" + TestOrganization.create(realm, "fuzz").id();
        List<String> targets = List.of(
                "PUT " + organization + "/policy?dryRun=true",
                "PUT " + organization + "/policy",
                "POST " + organization + "/data-rooms",
                "PUT /policy?dryRun=true",
                "PUT /policy",
                "POST /data-rooms",
                "PUT /data-rooms/" + room,
                "PUT /data-rooms/" + room + "/members/" + user.id() + "/phone-number");
        String valid = api.get("/policy").text();
        IntStream.range(0, 400)
                .mapToObj(n -> new String[] {
                    targets.get(n % targets.size()), garbled(n % 2 == 0 ? valid : "{\"name\":\"x\"}", random)
                })
                .toList()
                .parallelStream()
                .forEach(request -> {
                    String[] target = request[0].split(" ");
                    Reply reply = api.send(target[0], target[1], request[1], Map.of());
                    assertTrue(reply.status() < 500, () -> request[0] + " " + request[1] + ": " + reply.text());
                });
    }

    private static String garbled(String text, Random random) {
        StringBuilder garbled = new StringBuilder(text);
        for (int change = random.nextInt(5); change > 0; change--) {
            int at = random.nextInt(garbled.length());
            garbled.setCharAt(at, GARBAGE.charAt(random.nextInt(GARBAGE.length())));
        }
        return garbled.toString();
    }
}

package io.strongroom.admin.request;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.strongroom.policy.Setting;
import io.strongroom.policy.TenantPolicy;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Random request bodies")
class FuzzTest {

    private static final List<Setting> SETTINGS = TenantPolicy.settings(name -> null);
    private static final SettingsDocument POLICY = new SettingsDocument(
            SETTINGS, attributes -> TenantPolicy.parse(attributes).problems());
    private static final List<String> TEXTS = List.of(
            "",
            " ",
            "required",
            "sms",
            "totp",
            "2027-01-31",
            "-1",
            "99999999999999999999",
            "true",
            "a,b",
            "\u0000",
            "‮",
            "😀",
            "{code}",
            "' or 1=1 --",
            "=1+1",
            "../..",
            "x".repeat(2000));

    private final Random random = new Random(7);

    @Test
    @DisplayName("are accepted or refused as 10,000 policies, and no accepted one has problems")
    void policies() {
        int accepted = 0;
        for (int i = 0; i < 10_000; i++) {
            ObjectNode body = policy();
            SettingsDocument.Read read = POLICY.read(body);
            if (read.errors().isEmpty()) {
                accepted++;
                assertTrue(TenantPolicy.parse(read.attributes()::get).problems().isEmpty(), body::toString);
            }
            read.errors().forEach(error -> assertFalse(error.messageKey().isBlank()));
        }
        assertTrue(accepted > 100 && accepted < 9_900, accepted + " of 10,000 accepted");
    }

    @Test
    @DisplayName("are read as an object or rejected as 2,000 byte arrays")
    void bytes() {
        String valid = SettingsDocument.write(SETTINGS).toString();
        int read = 0;
        for (int i = 0; i < 2_000; i++) {
            byte[] bytes = valid.getBytes(UTF_8);
            for (int change = random.nextInt(4); change > 0; change--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
            }
            Optional<ObjectNode> body = Body.read(new ByteArrayInputStream(bytes));
            read += body.map(POLICY::read).isPresent() ? 1 : 0;
        }
        assertTrue(read > 200 && read < 1_980, read + " of 2,000 read");
    }

    @Test
    @DisplayName("are read back without errors and unchanged after they are written")
    void roundTrip() {
        ObjectNode defaults = SettingsDocument.write(SETTINGS);

        SettingsDocument.Read read = POLICY.read(defaults);

        assertTrue(read.errors().isEmpty(), () -> read.errors().toString());
        assertTrue(SettingsDocument.write(TenantPolicy.settings(read.attributes()::get))
                .equals(defaults));
    }

    private ObjectNode policy() {
        ObjectNode body = SettingsDocument.write(SETTINGS);
        for (int change = random.nextInt(4); change > 0; change--) {
            ObjectNode target = random.nextInt(4) == 0 && body.get("sms") instanceof ObjectNode sms ? sms : body;
            List<String> names = List.copyOf(
                    target.properties().stream().map(Map.Entry::getKey).toList());
            String name = random.nextInt(6) == 0 ? text() : names.get(random.nextInt(names.size()));
            target.set(name, value(2));
        }
        return body;
    }

    private JsonNode value(int depth) {
        JsonNodeFactory nodes = JsonNodeFactory.instance;
        return switch (random.nextInt(depth == 0 ? 5 : 7)) {
            case 0 -> nodes.nullNode();
            case 1 -> nodes.booleanNode(random.nextBoolean());
            case 2 -> nodes.numberNode(random.nextInt(20));
            case 3 -> nodes.numberNode(random.nextDouble() * Long.MAX_VALUE);
            case 4 -> nodes.textNode(text());
            case 5 -> nodes.arrayNode().add(value(depth - 1)).add(value(depth - 1));
            default -> nodes.objectNode().set(text(), value(depth - 1));
        };
    }

    private String text() {
        return TEXTS.get(random.nextInt(TEXTS.size()));
    }
}

package io.strongroom.admin.request;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.strongroom.policy.TenantPolicy;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("X1 An emptied field")
class EmptyListTest {

    private static final SettingsDocument POLICY = new SettingsDocument(
            TenantPolicy.settings(name -> null),
            attributes -> TenantPolicy.parse(attributes).problems());

    @Test
    @DisplayName("is stored as a dash, or not at all if it is the default, and is read back as empty")
    void lists() {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.putArray("exemptRoles");
        body.putArray("requiredRoles");
        body.putArray("trustedProviders");
        body.putObject("sms").putArray("allowedCountries");

        SettingsDocument.Read read = POLICY.read(body);

        assertTrue(read.errors().isEmpty(), () -> read.errors().toString());
        assertEquals(Map.of("twoFactor.exemptRoles", "-", "twoFactor.requiredRoles", "-"), read.attributes());
        TenantPolicy policy = TenantPolicy.parse(read.attributes()::get);
        assertEquals(Set.of(), policy.roles().exempt());
        assertTrue(policy.sms().countries().allows("SE"));
    }

    @Test
    @DisplayName("is not stored if it is null or absent, and is refused if it is an empty text")
    void absent() {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.putNull("enforcement");
        body.putNull("exemptRoles");
        assertEquals(Map.of(), POLICY.read(body).attributes());

        body.put("enforcement", "");
        assertEquals(1, POLICY.read(body).errors().size());
    }
}

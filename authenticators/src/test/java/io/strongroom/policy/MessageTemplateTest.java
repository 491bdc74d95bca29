package io.strongroom.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("C16 A tenant's own message text")
class MessageTemplateTest {

    private static TenantPolicy tenant(String template) {
        return TenantPolicy.parse(Map.of("twoFactor.sms.template", template)::get);
    }

    private static String render(String template) {
        return tenant(template).sms().template().orElseThrow().render("012345", 5, "Acme & Söhne");
    }

    @Test
    @DisplayName("replaces every occurrence of its placeholders")
    void render() {
        assertEquals("012345 (Acme & Söhne, 5 min)", render("{code} ({tenant}, {minutes} min)"));
        assertEquals("012345 012345", render("{code} {code}"));
    }

    @Test
    @DisplayName("does not interpret inserted values as placeholders or patterns")
    void once() {
        assertEquals(
                "1 {minutes} $1 \\",
                tenant("{code} {tenant}").sms().template().orElseThrow().render("1", 5, "{minutes} $1 \\"));
    }

    @ParameterizedTest(name = "is a problem if it is \"{0}\", and the default text is sent")
    @ValueSource(
            strings = {
                "Your code",
                "{Code}",
                "{ code }",
                "{code",
                "code}",
                "{code} {name}",
                "{code} {}",
                "{{code}}",
                "{code} {minutes",
                "${0}",
                "  "
            })
    void invalid(String template) {
        TenantPolicy tenant = tenant(template);

        assertEquals(Optional.empty(), tenant.sms().template());
        assertEquals(1, tenant.problems().size());
        assertTrue(tenant.problems().get(0).sentence().contains("the default"));
    }

    @Test
    @DisplayName("is optional, and its absence is not a problem")
    void absent() {
        TenantPolicy tenant = TenantPolicy.parse(name -> null);

        assertEquals(Optional.empty(), tenant.sms().template());
        assertTrue(tenant.problems().isEmpty());
    }
}

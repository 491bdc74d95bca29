package io.strongroom.admin.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.strongroom.admin.query.UserStatus.Inputs;
import io.strongroom.policy.Method;
import io.strongroom.policy.TenantPolicy;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The status of a user")
class UserStatusTest {

    private static final Instant NOW = Instant.parse("2026-11-22T09:00:00Z");

    private static TenantPolicy tenant(String enforcement) {
        Map<String, String> attributes = Map.of("twoFactor.enforcement", enforcement, "twoFactor.graceDays", "7");
        return TenantPolicy.parse(attributes::get);
    }

    @ParameterizedTest(name = "C3 locked {0}, exempt {1}, sms {2}, app {3}: {4}")
    @CsvSource({
        "true, true, true, true, locked",
        "false, true, true, true, exempt",
        "false, false, true, true, both",
        "false, false, true, false, sms",
        "false, false, false, true, totp",
        "false, false, false, false, in-grace"
    })
    void order(boolean locked, boolean exempt, boolean sms, boolean totp, String id) {
        Set<Method> held = new HashSet<>();
        if (sms) {
            held.add(Method.SMS);
        }
        if (totp) {
            held.add(Method.TOTP);
        }
        Inputs inputs = new Inputs(locked, exempt, false, held, Optional.empty());

        assertEquals(id, UserStatus.of(inputs, tenant("required"), NOW).id());
    }

    @ParameterizedTest(name = "X5 {0}, required by role {1}, days since the first login {2}: {3}")
    @CsvSource({
        "required, false, 6, in-grace",
        "required, false, 7, none",
        "optional, false, 0, none",
        "optional, true, 0, in-grace",
        "off, true, 0, none"
    })
    void grace(String enforcement, boolean required, int days, String id) {
        Instant since = NOW.minus(Duration.ofDays(days));
        Inputs inputs = new Inputs(false, false, required, Set.of(), Optional.of(since));

        assertEquals(id, UserStatus.of(inputs, tenant(enforcement), NOW).id());
    }

    @ParameterizedTest(name = "X17 C3 with {0}: {1}")
    @CsvSource({
        "'passkey', passkey",
        "'security-key', security-key",
        "'passkey,security-key', several",
        "'totp,sms', both",
        "'totp,sms,security-key', several",
        "'passkey,sms', several"
    })
    void byFactors(String words, String id) {
        Set<Method> held = Stream.of(words.split(","))
                .map(word -> Method.ofWord(word).orElseThrow())
                .collect(Collectors.toSet());
        Inputs inputs = new Inputs(false, false, false, held, Optional.empty());

        assertEquals(id, UserStatus.of(inputs, tenant("required"), NOW).id());
        assertEquals(id, UserStatus.ofMember(false, held).id());
    }

    @Test
    @DisplayName("X17 is only one of those that exist, one of them for each method")
    void words() {
        assertTrue(UserStatus.ids()
                .containsAll(Method.values().stream().map(Method::word).toList()));
        assertTrue(UserStatus.ids().containsAll(Set.of("none", "both", "several", "exempt", "in-grace", "locked")));
        assertEquals(UserStatus.ids().size(), Set.copyOf(UserStatus.ids()).size());
    }

    @Test
    @DisplayName("X17 is one of the present ones if the policy accepts only apps and text messages")
    void possible() {
        List<String> before = UserStatus.possibleWith(List.of(Method.SMS)).stream()
                .map(UserStatus::id)
                .toList();
        List<String> after =
                UserStatus.possibleWith(List.of(Method.ofWord("passkey").orElseThrow(), Method.SMS)).stream()
                        .map(UserStatus::id)
                        .toList();

        assertEquals(List.of("locked", "exempt", "both", "totp", "sms", "in-grace", "none"), before);
        assertEquals(
                List.of("locked", "exempt", "both", "several", "passkey", "totp", "sms", "in-grace", "none"), after);
    }

    @Test
    @DisplayName("has an id by which it is found")
    void ids() {
        UserStatus.ids()
                .forEach(
                        id -> assertEquals(id, UserStatus.ofId(id).orElseThrow().id()));
        assertEquals(Optional.empty(), UserStatus.ofId("NONE"));
    }
}

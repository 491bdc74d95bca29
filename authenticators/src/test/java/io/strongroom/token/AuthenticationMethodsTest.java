package io.strongroom.token;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.strongroom.factor.PassedFactor;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.keycloak.protocol.ProtocolMapper;

@DisplayName("X7 The values of RFC 8176")
class AuthenticationMethodsTest {

    private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");
    private static final FirstFactor PASSWORD = new FirstFactor(Set.of("password"), false);
    private static final FirstFactor PROVIDER = new FirstFactor(Set.of(), true);
    private static final FirstFactor UNKNOWN = new FirstFactor(Set.of(), false);

    private static PassedFactor passed(String type, Duration ago) {
        return new PassedFactor("user", type, "credential", NOW.minus(ago).toEpochMilli(), "tab");
    }

    private static List<String> values(FirstFactor first, PassedFactor... passed) {
        return new AuthenticationMethods(first, List.of(passed), Duration.ofMinutes(10)).values(NOW);
    }

    @Test
    @DisplayName("are pwd for a password")
    void password() {
        assertEquals(List.of("pwd"), values(PASSWORD));
    }

    @Test
    @DisplayName("are pwd, sms and mfa for a password and a code by text message")
    void sms() {
        assertEquals(List.of("pwd", "sms", "mfa"), values(PASSWORD, passed("sms-otp", Duration.ZERO)));
    }

    @Test
    @DisplayName("are pwd, otp and mfa for a password and a code of an app, or a backup code")
    void otp() {
        assertEquals(List.of("pwd", "otp", "mfa"), values(PASSWORD, passed("otp", Duration.ZERO)));
        assertEquals(List.of("pwd", "otp", "mfa"), values(PASSWORD, passed("backup-codes", Duration.ZERO)));
    }

    @Test
    @DisplayName("contain each value once for several factors")
    void several() {
        assertEquals(
                List.of("pwd", "sms", "otp", "mfa"),
                values(
                        PASSWORD,
                        passed("sms-otp", Duration.ZERO),
                        passed("otp", Duration.ZERO),
                        passed("backup-codes", Duration.ZERO),
                        passed("sms-otp", Duration.ZERO)));
    }

    @Test
    @DisplayName(
            "contain only mfa for an identity provider with a second factor here, and none without, because its own "
                    + "token reports them")
    void provider() {
        assertEquals(List.of(), values(PROVIDER));
        assertEquals(List.of("sms", "mfa"), values(PROVIDER, passed("sms-otp", Duration.ZERO)));
        assertEquals(List.of(), values(new FirstFactor(Set.of("password"), true)));
    }

    @Test
    @DisplayName("contain only the second factor, without mfa, if the first is unknown")
    void unknown() {
        assertEquals(List.of(), values(UNKNOWN));
        assertEquals(List.of("sms"), values(UNKNOWN, passed("sms-otp", Duration.ZERO)));
    }

    @Test
    @DisplayName("contain none for a factor that is too old, which is one that has reached the maximum age")
    void tooOld() {
        assertEquals(List.of("pwd"), values(PASSWORD, passed("sms-otp", Duration.ofMinutes(10))));
        assertEquals(
                List.of("pwd", "sms", "mfa"),
                values(PASSWORD, passed("sms-otp", Duration.ofMinutes(10).minusMillis(1))));
    }

    @Test
    @DisplayName("contain the value of a factor of any age without a maximum age")
    void wholeSession() {
        List<PassedFactor> old = List.of(passed("sms-otp", Duration.ofDays(30)));

        assertEquals(List.of("pwd", "sms", "mfa"), new AuthenticationMethods(PASSWORD, old, Duration.ZERO).values(NOW));
    }

    @Test
    @DisplayName("are in each kind of token, with both mappers registered and a switch per kind")
    void registered() {
        Stream<String> ids = ServiceLoader.load(ProtocolMapper.class).stream()
                .filter(mapper -> mapper.type().getPackageName().equals("io.strongroom.token"))
                .map(mapper -> mapper.get().getId());

        assertEquals(Set.of(AmrMapper.ID, DataRoomsMapper.ID), Set.copyOf(ids.toList()));
        assertTrue(IncludeIn.tokensOf(AmrMapper.class).stream()
                .map(property -> property.getName())
                .toList()
                .containsAll(List.of(
                        "id.token.claim", "access.token.claim", "userinfo.token.claim", "introspection.token.claim")));
    }
}

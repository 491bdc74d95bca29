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

@DisplayName("X7 The words of RFC 8176 for")
class AuthenticationMethodsTest {

    private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");
    private static final FirstFactor PASSWORD = new FirstFactor(Set.of("password"), false);
    private static final FirstFactor PROVIDER = new FirstFactor(Set.of(), true);
    private static final FirstFactor UNKNOWN = new FirstFactor(Set.of(), false);

    private static PassedFactor passed(String type, Duration ago) {
        return new PassedFactor("user", type, "credential", NOW.minus(ago).toEpochMilli(), "tab");
    }

    private static List<String> words(FirstFactor first, PassedFactor... passed) {
        return new AuthenticationMethods(first, List.of(passed), Duration.ofMinutes(10)).values(NOW);
    }

    @Test
    @DisplayName("a password: pwd")
    void password() {
        assertEquals(List.of("pwd"), words(PASSWORD));
    }

    @Test
    @DisplayName("a password and a code by text message: pwd, sms, mfa")
    void sms() {
        assertEquals(List.of("pwd", "sms", "mfa"), words(PASSWORD, passed("sms-otp", Duration.ZERO)));
    }

    @Test
    @DisplayName("a password and a code of an app, or a backup code: pwd, otp, mfa")
    void otp() {
        assertEquals(List.of("pwd", "otp", "mfa"), words(PASSWORD, passed("otp", Duration.ZERO)));
        assertEquals(List.of("pwd", "otp", "mfa"), words(PASSWORD, passed("backup-codes", Duration.ZERO)));
    }

    @Test
    @DisplayName("several factors: each word once")
    void several() {
        assertEquals(
                List.of("pwd", "sms", "otp", "mfa"),
                words(
                        PASSWORD,
                        passed("sms-otp", Duration.ZERO),
                        passed("otp", Duration.ZERO),
                        passed("backup-codes", Duration.ZERO),
                        passed("sms-otp", Duration.ZERO)));
    }

    @Test
    @DisplayName("an identity provider: nothing, since it speaks for itself; with a second factor here: mfa")
    void provider() {
        assertEquals(List.of(), words(PROVIDER));
        assertEquals(List.of("sms", "mfa"), words(PROVIDER, passed("sms-otp", Duration.ZERO)));
        assertEquals(List.of(), words(new FirstFactor(Set.of("password"), true)));
    }

    @Test
    @DisplayName("a login of which nothing is known: the factor, and no mfa")
    void unknown() {
        assertEquals(List.of(), words(UNKNOWN));
        assertEquals(List.of("sms"), words(UNKNOWN, passed("sms-otp", Duration.ZERO)));
    }

    @Test
    @DisplayName("a factor passed longer ago than it counts: none; it counts for less than that time, not for as long")
    void tooOld() {
        assertEquals(List.of("pwd"), words(PASSWORD, passed("sms-otp", Duration.ofMinutes(10))));
        assertEquals(
                List.of("pwd", "sms", "mfa"),
                words(PASSWORD, passed("sms-otp", Duration.ofMinutes(10).minusMillis(1))));
    }

    @Test
    @DisplayName("a factor passed at any time, where it counts for the whole session: as ever")
    void wholeSession() {
        List<PassedFactor> old = List.of(passed("sms-otp", Duration.ofDays(30)));

        assertEquals(List.of("pwd", "sms", "mfa"), new AuthenticationMethods(PASSWORD, old, Duration.ZERO).values(NOW));
    }

    @Test
    @DisplayName("an application: both mappers are registered, and can be switched for each kind of token")
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

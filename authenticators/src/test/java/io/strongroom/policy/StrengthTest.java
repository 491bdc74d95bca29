package io.strongroom.policy;

import static io.strongroom.policy.Methods.PASSKEY;
import static io.strongroom.policy.Methods.SECURITY_KEY;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("X17 The strength of factors")
class StrengthTest {

    private static Given required(String methods) {
        return Given.tenant("required").with("methods", methods);
    }

    @Test
    @DisplayName("orders methods, the strongest first")
    void order() {
        List<Method> known = Method.values().stream()
                .filter(method -> method.strength() > 10)
                .toList();

        assertEquals(List.of(PASSKEY, SECURITY_KEY, Method.TOTP, Method.SMS), known);
        assertTrue(SECURITY_KEY.isPhishingResistant());
        assertFalse(Method.TOTP.isPhishingResistant());
    }

    @Test
    @DisplayName("lets a passkey close what accepts a passkey or a security key, with nothing more asked")
    void passkey() {
        assertEquals("enters", required("passkey").passkey().passedPasskey().then());
        assertEquals(
                "enters", required("security-key").passkey().passedPasskey().then());
        assertEquals(
                "is asked: own-sms",
                required("sms").own(Method.SMS).passkey().passedPasskey().then());
    }

    @Test
    @DisplayName("counts a passkey without user verification as a security key only")
    void unverified() {
        Given login = required("passkey").passkey().passed(SECURITY_KEY, "passkey");

        assertEquals("is asked: passkey", login.then());
        assertEquals(
                "enters",
                required("security-key,totp")
                        .passkey()
                        .passed(SECURITY_KEY, "passkey")
                        .then());
        assertEquals(
                "enters",
                required("security-key,passkey")
                        .passkey()
                        .passed(SECURITY_KEY, "passkey")
                        .then());
    }

    @Test
    @DisplayName("offers a passkey once, also where a security key is accepted")
    void offeredOnce() {
        assertEquals(
                "is asked: passkey", required("passkey,security-key").passkey().then());
        assertEquals("is asked: passkey", required("security-key").passkey().then());
    }

    @Test
    @DisplayName("lets no weaker factor, backup code or remembered browser open what asks for a key")
    void weaker() {
        Given sms = required("passkey,security-key").own(Method.SMS);
        assertEquals(
                "must set up: passkey or security-key",
                sms.passed(Method.SMS, "own-sms").then());

        Given code = required("passkey").passkey().passedBackupCode();
        assertEquals("is asked: passkey", code.then());

        assertEquals(
                "is asked: passkey",
                required("passkey").passkey().rememberedBrowser().then());
        assertEquals(
                "enters", required("passkey,totp").passkey().rememberedBrowser().then());
    }

    @Test
    @DisplayName("lets a backup code replace a key where a weaker factor is accepted too")
    void backupCode() {
        assertEquals(
                "enters", required("passkey,totp").passkey().passedBackupCode().then());
    }

    @Test
    @DisplayName("holds a role to its methods instead of the tenant's")
    void role() {
        Given owner = required("totp,sms").heldTo(PASSKEY, SECURITY_KEY).own(Method.SMS);

        assertEquals("is asked: own-sms", owner.then());
        assertEquals(
                "must set up: passkey or security-key",
                owner.passed(Method.SMS, "own-sms").then());
        assertEquals(
                "enters",
                required("totp,sms").heldTo(PASSKEY).passkey().passedPasskey().then());
    }

    @Test
    @DisplayName("refuses a role with only a weaker factor where administrators manage the factors")
    void withoutLeave() {
        Given owner = required("totp,sms")
                .with("selfService", "false")
                .heldTo(PASSKEY)
                .own(Method.SMS);

        assertEquals("is refused", owner.then());
        assertEquals("is refused", owner.passed(Method.SMS, "own-sms").then());
        assertEquals(
                "must set up: passkey",
                required("totp,sms")
                        .with("selfService", "false")
                        .heldTo(PASSKEY)
                        .then());
    }

    @Test
    @DisplayName("asks holders of the role where the tenant leaves the choice to users, and nobody where it is off")
    void enforcement() {
        assertEquals(
                "must set up: passkey", Given.tenant("optional").heldTo(PASSKEY).then());
        assertEquals("enters", Given.tenant("off").heldTo(PASSKEY).then());
    }

    @Test
    @DisplayName("lets an identity provider vouch for a role that is held to keys only if its token reports a key")
    void provider() {
        assertEquals(
                "is asked: passkey",
                required("sms").heldTo(PASSKEY).passkey().trustedProvider().then());
        assertEquals(
                "enters",
                required("sms")
                        .heldTo(PASSKEY)
                        .passkey()
                        .trustedProviderWithKey()
                        .then());
        assertEquals("enters", required("passkey").passkey().trustedProvider().then());
    }

    @Test
    @DisplayName("of a data room is asked for beside the role's")
    void room() {
        Map<String, String> rule = Map.of("twoFactor.enforced", "true", "twoFactor.methods", "passkey");

        Given member = required("sms")
                .own(Method.SMS)
                .passed(Method.SMS, "own-sms")
                .passkey()
                .room("Falcon", rule);

        assertEquals("is asked for Falcon: passkey", member.then());
        assertEquals("enters", member.passedPasskey().then());
    }

    @Test
    @DisplayName("is what an application asks for with level 3, if the tenant accepts a key")
    void level() {
        Given both = required("passkey,sms")
                .own(Method.SMS)
                .passed(Method.SMS, "own-sms")
                .passkey();

        assertEquals("enters", both.applicationAsks().then());
        assertEquals("is asked: passkey", both.applicationAsksForKey().then());
        assertEquals("enters", both.passedPasskey().then());
        assertEquals(
                "enters",
                required("sms")
                        .own(Method.SMS)
                        .passed(Method.SMS, "own-sms")
                        .applicationAsksForKey()
                        .then());
    }

    @Test
    @DisplayName("of several roles is what they have in common, or else the strictest")
    void roles() {
        RoleMethods roles = TenantPolicy.parse(
                        Map.of(
                                "twoFactor.roleMethods",
                                "owner=passkey,security-key##auditor=security-key,totp##clerk=sms")::get)
                .roleMethods();

        assertEquals(
                Set.of(SECURITY_KEY),
                roles.of(Set.of("owner", "auditor")::contains).orElseThrow());
        assertEquals(
                Set.of(PASSKEY, SECURITY_KEY),
                roles.of(Set.of("owner", "clerk")::contains).orElseThrow());
        assertTrue(roles.of(Set.of("guest")::contains).isEmpty());
    }

    @Test
    @DisplayName("X16 of roles that somebody else may have given or taken away is the stricter of before and now")
    void rolesBefore() {
        RoleMethods roles = TenantPolicy.parse(Map.of("twoFactor.roleMethods", "owner=passkey##clerk=sms")::get)
                .roleMethods();
        Set<Method> totp = Set.of(Method.TOTP);

        assertEquals(
                Optional.of(Set.of(PASSKEY)),
                roles.strictest(Set.of("owner")::contains, Set.of()::contains, totp, List.of()));
        assertEquals(
                Optional.of(Set.of(PASSKEY)),
                roles.strictest(Set.of()::contains, Set.of("owner")::contains, totp, List.of()));
        assertEquals(Optional.empty(), roles.strictest(Set.of()::contains, Set.of("clerk")::contains, totp, List.of()));
        assertEquals(Optional.empty(), roles.strictest(Set.of()::contains, Set.of()::contains, totp, List.of()));
    }

    @Test
    @DisplayName("is a key's for a role whose methods are misspelt, so that owners can still set one up")
    void misspelt() {
        TenantPolicy policy = TenantPolicy.parse(Map.of("twoFactor.roleMethods", "owner=paskey##clerk")::get);

        assertEquals(
                Set.of(PASSKEY, SECURITY_KEY), policy.roleMethods().byRole().get("owner"));
        assertEquals(
                Set.of(PASSKEY, SECURITY_KEY), policy.roleMethods().byRole().get("clerk"));
        assertEquals(
                List.of("twoFactor.roleMethods"),
                policy.problems().stream().map(Problem::attribute).toList());
    }
}

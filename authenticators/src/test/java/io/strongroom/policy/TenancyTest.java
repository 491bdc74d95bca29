package io.strongroom.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("X15 The policy of a user who belongs to organizations")
class TenancyTest {

    private static final String NO_ROLE = "";

    @ParameterizedTest(name = "enforcement {0} in the realm, {1} in Acme, {2} in Globex: {3}")
    @CsvSource({
        "off,,,OFF",
        "off,required,,REQUIRED",
        "off,optional,,OPTIONAL",
        "off,optional,required,REQUIRED",
        "required,off,,REQUIRED",
        "required,off,off,REQUIRED",
        "optional,,required,REQUIRED",
        "off,on,,REQUIRED"
    })
    void enforcement(String realm, String acme, String globex, Enforcement expected) {
        Tenancy tenancy = tenancy(
                set("twoFactor.enforcement", realm),
                set("twoFactor.enforcement", acme),
                set("twoFactor.enforcement", globex));

        assertEquals(expected, applied(tenancy, NO_ROLE).policy().enforcement());
        assertEquals(expected != Enforcement.OFF, tenancy.isOn());
    }

    @ParameterizedTest(name = "methods {0} in the realm, {1} in Acme, {2} in Globex: {3}")
    @CsvSource(
            delimiter = '|',
            value = {
                "sms,totp | totp |          | totp",
                "sms,totp |      | sms      | sms",
                "sms,totp | totp | sms      | totp",
                "sms      | totp |          | totp",
                "totp     | sms  |          | totp",
                "sms,totp | totp,passkey | sms,totp | totp",
                "sms      | totp | passkey  | passkey",
                "sms,totp | banana |        | sms,totp"
            })
    void methods(String realm, String acme, String globex, String expected) {
        Tenancy tenancy = tenancy(
                required(set("twoFactor.methods", realm)),
                set("twoFactor.methods", acme),
                set("twoFactor.methods", globex));

        assertEquals(methods(expected), applied(tenancy, NO_ROLE).policy().methods());
    }

    @Test
    @DisplayName("leaves out the methods of a realm that asks nobody")
    void realmIsOff() {
        Tenancy tenancy =
                tenancy(set("twoFactor.methods", "passkey"), required(set("twoFactor.methods", "sms")), Map.of());

        assertEquals(Set.of(Method.SMS), applied(tenancy, NO_ROLE).policy().methods());
        assertTrue(tenancy.methods().toList().containsAll(methods("passkey,sms")));
    }

    @Test
    @DisplayName("has the earlier end of grace, the shorter age, and the fewer days for a browser")
    void shortest() {
        Map<String, String> realm =
                required(Map.of("twoFactor.graceDays", "14", "twoFactor.rememberBrowserDays", "30"));
        Map<String, String> acme = Map.of(
                "twoFactor.graceDays", "7", "twoFactor.maxAgeMinutes", "60", "twoFactor.rememberBrowserDays", "5");
        Map<String, String> globex = Map.of("twoFactor.graceUntil", "2027-01-31", "twoFactor.maxAgeMinutes", "90");

        TenantPolicy policy = applied(tenancy(realm, acme, globex), NO_ROLE).policy();

        assertEquals(new Grace(7, Optional.of(LocalDate.of(2027, 1, 31))), policy.grace());
        assertEquals(Duration.ofMinutes(60), policy.maxAge());
        assertEquals(5, policy.rememberBrowserDays());
    }

    @ParameterizedTest(name = "enforcement {0} in the realm, {1}: {2} minutes")
    @CsvSource({"off,'',15", "required,guest,15", "required,'',15"})
    @DisplayName("never counts a passed factor longer than the realm, whose data rooms and applications rely on it")
    void ageInRealm(String enforcement, String role, int minutes) {
        Map<String, String> realm = Map.of(
                "twoFactor.enforcement", enforcement,
                "twoFactor.exemptRoles", "guest",
                "twoFactor.maxAgeMinutes", "15");
        Map<String, String> acme = Map.of(
                "twoFactor.enforcement", "required",
                "twoFactor.exemptRoles", "nobody",
                "twoFactor.maxAgeMinutes", "0");

        Tenancy tenancy = tenancy(realm, acme, Map.of("twoFactor.enforcement", "off"));

        assertEquals(
                Duration.ofMinutes(minutes), applied(tenancy, role).policy().maxAge());
    }

    @Test
    @DisplayName("has no grace if one tenant has none")
    void noGrace() {
        Tenancy tenancy = tenancy(Map.of(), required(Map.of("twoFactor.graceDays", "7")), required(Map.of()));

        assertEquals(Grace.NONE, applied(tenancy, NO_ROLE).policy().grace());
    }

    @Test
    @DisplayName(
            "trusts an identity provider that every tenant trusts, and only with the token that one of them demands")
    void trusted() {
        Tenancy tenancy = tenancy(
                required(set("twoFactor.trustedProviders", "acme-idp,globex-idp")),
                set("twoFactor.trustedProviders", "acme-idp:amr"),
                Map.of());

        assertEquals(
                List.of(new TrustedProvider("acme-idp", true)),
                applied(tenancy, NO_ROLE).policy().trustedProviders());
        assertEquals(
                List.of(),
                applied(
                                tenancy(
                                        required(set("twoFactor.trustedProviders", "acme-idp")),
                                        set("twoFactor.trustedProviders", "-"),
                                        Map.of()),
                                NO_ROLE)
                        .policy()
                        .trustedProviders());
    }

    @Test
    @DisplayName("exempts a user from the policy whose role says so, and from no other")
    void exempt() {
        Tenancy tenancy = tenancy(
                required(set("twoFactor.methods", "sms,totp")),
                Map.of("twoFactor.methods", "totp", "twoFactor.exemptRoles", "guest"),
                Map.of());

        assertEquals(
                Set.of(Method.SMS, Method.TOTP),
                applied(tenancy, "guest").policy().methods());
        assertFalse(applied(tenancy, "guest").exempt());
        assertEquals(
                Set.of(Method.TOTP),
                applied(tenancy, "two-factor-exempt").policy().methods());
        assertFalse(applied(tenancy, "two-factor-exempt").exempt());
        assertTrue(applied(tenancy(required(Map.of()), set("twoFactor.methods", "totp"), Map.of()), "two-factor-exempt")
                .exempt());
    }

    @Test
    @DisplayName("requires a factor of users with the required role of one of the tenants")
    void requiredRole() {
        Tenancy tenancy = tenancy(
                set("twoFactor.enforcement", "optional"), set("twoFactor.requiredRoles", "acme-staff"), Map.of());

        assertTrue(applied(tenancy, "acme-staff").required());
        assertTrue(applied(tenancy, "two-factor-required").required());
        assertFalse(applied(tenancy, NO_ROLE).required());
    }

    @Test
    @DisplayName("holds a role to what both the role and the organization accept")
    void roleMethods() {
        Tenancy tenancy = tenancy(
                required(set("twoFactor.roleMethods", "admin=passkey,totp")),
                set("twoFactor.methods", "sms,totp"),
                Map.of());
        AppliedPolicy applied = applied(tenancy, "admin");

        assertEquals(
                Optional.of(Set.of(Method.TOTP)),
                applied.policy().roleMethods().of("admin"::equals, applied.organizations()));
    }

    @Test
    @DisplayName("keeps the realm's message and budget; the organization's own are its policy's")
    void messages() {
        TenantPolicy realm =
                TenantPolicy.parse(Map.of("twoFactor.sms.sender", "Realm", "twoFactor.sms.perTenantPerDay", "50")::get);
        Map<String, String> attributes = Map.of(
                "twoFactor.sms.sender",
                "Acme",
                "twoFactor.sms.template",
                "Acme: {code}",
                "twoFactor.sms.perTenantPerDay",
                "7");
        OrganizationPolicy acme = OrganizationPolicy.parse(attributes::get, realm);

        assertEquals("Acme", acme.policy().sms().sender());
        assertEquals(
                "Acme: {code}", acme.policy().sms().template().orElseThrow().text());
        assertEquals(OptionalInt.of(7), acme.messagesPerDay());
        assertEquals(50, acme.policy().sms().limits().perTenantPerDay());
        assertEquals(
                OptionalInt.empty(),
                OrganizationPolicy.parse(name -> null, realm).messagesPerDay());
        assertEquals(
                "Realm",
                OrganizationPolicy.parse(name -> null, realm).policy().sms().sender());
    }

    @Test
    @DisplayName("reports values that are not allowed, and attributes that have no effect on an organization")
    void problems() {
        Map<String, String> attributes = Map.of(
                "twoFactor.enforcement",
                "on",
                "twoFactor.selfService",
                "false",
                "dataRoom",
                "true",
                "twoFactor.methods",
                "sms");

        List<String> found = OrganizationPolicy.problemsOf("Acme", attributes, TenantPolicy.parse(name -> null))
                .map(Problem::attribute)
                .sorted()
                .toList();

        assertEquals(
                List.of(
                        "dataRoom of organization Acme",
                        "twoFactor.enforcement of organization Acme",
                        "twoFactor.selfService of organization Acme"),
                found);
    }

    @ParameterizedTest(
            name = "asks by {4} if the realm is {0}, Acme {1}, Globex {2}, the user has the role {3} and no factor")
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "required | -        | -        | nobody     | realm",
                "optional | required | optional | nobody     | acme",
                "optional | optional | required | acme-staff | acme globex",
                "off      | required | required | guest      | globex",
                "off      | required | off      | guest      | ''",
                "required | required | -        | two-factor-exempt | acme",
                "off      | off      | -        | acme-staff | ''"
            })
    void askedBy(String realm, String acme, String globex, String role, String expected) {
        Tenancy tenancy = tenancy(
                set("twoFactor.enforcement", realm),
                acme == null
                        ? Map.of()
                        : Map.of(
                                "twoFactor.enforcement", acme,
                                "twoFactor.exemptRoles", "guest",
                                "twoFactor.requiredRoles", "acme-staff"),
                set("twoFactor.enforcement", globex));

        assertEquals(expected, names(applied(tenancy, role).askedBy(false)));
    }

    @Test
    @DisplayName("asks a user with a factor by every tenant that is on, but not one who is exempt from all")
    void askedWithFactor() {
        Tenancy tenancy = tenancy(
                set("twoFactor.enforcement", "optional"),
                set("twoFactor.enforcement", "required"),
                set("twoFactor.enforcement", "off"));

        assertEquals("realm acme", names(applied(tenancy, NO_ROLE).askedBy(true)));
        assertEquals("", names(applied(tenancy, "two-factor-exempt").askedBy(true)));
    }

    private static String names(List<AppliedPolicy.Asking> asking) {
        return asking.stream()
                .map(tenant -> tenant.organization().orElse("realm"))
                .collect(Collectors.joining(" "));
    }

    private static Set<Method> methods(String words) {
        return WordList.of(words).stream()
                .map(word -> Method.ofWord(word).orElseThrow())
                .collect(Collectors.toSet());
    }

    private static AppliedPolicy applied(Tenancy tenancy, String role) {
        Predicate<Set<String>> holds = names -> names.contains(role);
        return tenancy.applied(holds, holds);
    }

    private static Tenancy tenancy(Map<String, String> realm, Map<String, String> acme, Map<String, String> globex) {
        List<OrganizationRule> organizations = new ArrayList<>();
        if (!acme.isEmpty()) {
            organizations.add(new OrganizationRule("acme", acme));
        }
        if (!globex.isEmpty()) {
            organizations.add(new OrganizationRule("globex", globex));
        }
        return new Tenancy(TenantPolicy.parse(realm::get), organizations);
    }

    private static Map<String, String> set(String name, String value) {
        return value == null ? Map.of() : Map.of(name, value);
    }

    private static Map<String, String> required(Map<String, String> others) {
        Map<String, String> attributes = new HashMap<>(others);
        attributes.put("twoFactor.enforcement", "required");
        return attributes;
    }
}

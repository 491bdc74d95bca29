package io.strongroom.policy;

import static io.strongroom.policy.TestPolicies.tenant;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The policy of a tenant")
class TenantPolicyTest {
    private static final String ALL_METHODS = String.join(",", Setting.allMethods());

    @Test
    @DisplayName("asks no user without attributes and has the documented defaults")
    void defaults() {
        TenantPolicy policy = tenant();

        assertEquals(Enforcement.OFF, policy.enforcement());
        assertEquals(Set.of(Method.TOTP, Method.SMS), policy.methods());
        assertEquals(6, policy.sms().codeLength());
        assertEquals(Duration.ofSeconds(300), policy.sms().codeTtl());
        assertNull(policy.sms().gateway());
        assertNull(policy.sms().sender());
        assertEquals(List.of(), policy.problems());
    }

    @ParameterizedTest(name = "enforcement \"{0}\" is {1}")
    @CsvSource({"off,OFF", "optional,OPTIONAL", "required,REQUIRED", "REQUIRED,REQUIRED", "' required ',REQUIRED"})
    void enforcement(String value, Enforcement expected) {
        TenantPolicy policy = tenant("twoFactor.enforcement=" + value);

        assertEquals(expected, policy.enforcement());
        assertEquals(List.of(), policy.problems());
    }

    @ParameterizedTest(
            name = "X1 is never switched off by a bad value: enforcement \"{0}\" is read as required and is a problem")
    @ValueSource(strings = {"REQUIERD", "of", "false", "none", "0", "off,optional", "off;", "offf", "", "  ", "\t\n"})
    void badEnforcementIsRequired(String value) {
        TenantPolicy policy = tenant("twoFactor.enforcement=" + value);

        assertEquals(Enforcement.REQUIRED, policy.enforcement());
        assertEquals(
                List.of(new Problem("twoFactor.enforcement", value, "required", "off, optional, required")),
                policy.problems());
    }

    @ParameterizedTest(name = "C1 methods \"{0}\" are {1}")
    @CsvSource({
        "sms,SMS",
        "totp,TOTP",
        "'totp,sms','TOTP,SMS'",
        "' SMS , Totp ','SMS,TOTP'",
        "'sms,,','SMS'",
        "'sms,,totp','SMS,TOTP'"
    })
    void methods(String value, String expected) {
        TenantPolicy policy = tenant("twoFactor.methods=" + value);

        assertEquals(methodsOf(expected), policy.methods());
        assertEquals(List.of(), policy.problems());
    }

    @ParameterizedTest(name = "drops unknown methods, which are a problem: \"{0}\" is {1}")
    @CsvSource({
        "'sms,fax',SMS,sms",
        "fax,'TOTP,SMS','totp,sms'",
        "',','TOTP,SMS','totp,sms'",
        "'totp sms','TOTP,SMS','totp,sms'"
    })
    void unknownMethods(String value, String expected, String effective) {
        TenantPolicy policy = tenant("twoFactor.methods=" + value);

        assertEquals(methodsOf(expected), policy.methods());
        assertEquals(List.of(new Problem("twoFactor.methods", value, effective, ALL_METHODS)), policy.problems());
    }

    @ParameterizedTest(name = "security 1: a code length of \"{0}\" is {1} digits")
    @CsvSource({"6,6", "7,7", "8,8", "' 7 ',7"})
    void codeLength(String value, int expected) {
        TenantPolicy policy = tenant("twoFactor.sms.codeLength=" + value);

        assertEquals(expected, policy.sms().codeLength());
        assertEquals(List.of(), policy.problems());
    }

    @ParameterizedTest(name = "C14 a code lifetime of {0} s is accepted")
    @ValueSource(ints = {60, 61, 300, 599, 600})
    void codeLife(int seconds) {
        TenantPolicy policy = tenant("twoFactor.sms.codeTtlSeconds=" + seconds);

        assertEquals(Duration.ofSeconds(seconds), policy.sms().codeTtl());
        assertEquals(List.of(), policy.problems());
    }

    @Test
    @DisplayName("reads gateway and sender without surrounding spaces")
    void texts() {
        TenantPolicy policy = tenant("twoFactor.sms.gateway= vonage-sms ", "twoFactor.sms.sender= Acme ");

        assertEquals("vonage-sms", policy.sms().gateway());
        assertEquals("Acme", policy.sms().sender());
    }

    @ParameterizedTest(name = "X11 reads impersonation \"{0}\" as {1}, and any other value as refuse and a problem")
    @CsvSource({"refuse,REFUSE,0", "allow,ALLOW,0", "' Allow ',ALLOW,0", "yes,REFUSE,1"})
    void impersonation(String value, Impersonation expected, int problems) {
        TenantPolicy policy = tenant("twoFactor.impersonation=" + value);

        assertEquals(expected, policy.impersonation());
        assertEquals(problems, policy.problems().size());
        assertEquals(Impersonation.REFUSE, tenant().impersonation());
    }

    @ParameterizedTest(name = "X10 notifyByEmail \"{0}\" is {1}")
    @CsvSource({"true,true", "false,false", "FALSE,false"})
    void notifyByEmail(String value, boolean expected) {
        TenantPolicy policy = tenant("twoFactor.notifyByEmail=" + value);

        assertEquals(expected, policy.notifyByEmail());
        assertEquals(List.of(), policy.problems());
    }

    @ParameterizedTest(
            name = "X10 never stops notices for a bad value: notifyByEmail \"{0}\" is read as true and is a problem")
    @ValueSource(strings = {"no", "0", "off", "flase", ""})
    void badNotifyByEmail(String value) {
        TenantPolicy policy = tenant("twoFactor.notifyByEmail=" + value);

        assertEquals(true, policy.notifyByEmail());
        assertEquals(List.of(new Problem("twoFactor.notifyByEmail", value, "true", "true, false")), policy.problems());
    }

    @ParameterizedTest(name = "T7 owner role \"{0}\" is {1}")
    @CsvSource({"chief,chief", "' chief ',chief", "'',realm-management.realm-admin", "'  ',realm-management.realm-admin"
    })
    void ownerRole(String value, String expected) {
        assertEquals(expected, tenant("twoFactor.ownerRole=" + value).roles().owner());
    }

    @Test
    @DisplayName("reports every bad value as a separate problem")
    void allProblems() {
        TenantPolicy policy = tenant(
                "twoFactor.enforcement=yes",
                "twoFactor.methods=fax",
                "twoFactor.sms.codeLength=4",
                "twoFactor.sms.codeTtlSeconds=900");

        assertEquals(
                Set.of(
                        "twoFactor.enforcement",
                        "twoFactor.methods",
                        "twoFactor.sms.codeLength",
                        "twoFactor.sms.codeTtlSeconds"),
                Set.copyOf(policy.problems().stream().map(Problem::attribute).toList()));
    }

    private static Set<Method> methodsOf(String names) {
        return Set.copyOf(Stream.of(names.split(","))
                .flatMap(name -> Method.ofWord(name).stream())
                .toList());
    }
}

package io.strongroom.testrealm.login;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.strongroom.testrealm.harness.Arrival;
import io.strongroom.testrealm.harness.AuthenticatorApp;
import io.strongroom.testrealm.harness.Browser;
import io.strongroom.testrealm.harness.Harness;
import io.strongroom.testrealm.harness.Landing;
import io.strongroom.testrealm.harness.Page;
import io.strongroom.testrealm.harness.PhoneNumbers;
import io.strongroom.testrealm.harness.SoftAuthenticator;
import io.strongroom.testrealm.harness.TestRealm;
import io.strongroom.testrealm.harness.TestUser;
import io.strongroom.testrealm.harness.UserSpec;
import io.strongroom.testrealm.harness.Vonage;
import io.strongroom.testrealm.support.RealmFlow;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every flow that holds second factors, with every factor of a user, under every kind of policy. */
@DisplayName("X18 Flow, factors and policy together ask one question")
class OneQuestionTableIT {
    private static final Vonage VONAGE = Harness.vonage();
    private static final String[] CODES = {
        "RECOVERYCODE", "NEXTCODENEXT", "THIRDCODEONE", "FOURTHCODEXX", "FIFTHCODEXXX"
    };
    private static final Map<String, TestRealm> REALMS = new ConcurrentHashMap<>();

    private enum Flow {
        STOCK,
        COPIED,
        KEY_REQUIRED
    }

    private static final List<String> POLICIES =
            List.of("passkey,security-key,totp,sms", "security-key", "passkey", "totp,sms", "sms", "totp");

    /** The factors of a user, and the means to pass them. */
    private record Holder(String number, String secret, SoftAuthenticator key, SoftAuthenticator passkey) {
        static Holder create() {
            String number = PhoneNumbers.next();
            return new Holder(
                    number,
                    "secret-of-" + number.substring(1),
                    SoftAuthenticator.securityKey(),
                    SoftAuthenticator.passkey());
        }

        UserSpec give(UserSpec spec, String factors) {
            for (String factor : factors.split("\\+")) {
                switch (factor) {
                    case "app" -> spec.app(secret);
                    case "number" -> spec.number(number);
                    case "key" -> spec.securityKey(key);
                    case "passkey" -> spec.passkey(passkey);
                    case "recovery" -> spec.recoveryCodes(CODES);
                    default -> throw new IllegalArgumentException(factor);
                }
            }
            return spec;
        }

        /** Answers the page as the user would; returns nothing where a set-up or a refusal ends the questions. */
        Landing answer(Page page, boolean withPasskey) {
            return switch (page.id()) {
                case "login-login-otp" ->
                    page.submit("otp", AuthenticatorApp.ofStored(secret).code());
                case "login-strongroom-totp" ->
                    page.submit("code", AuthenticatorApp.ofStored(secret).code());
                case "login-strongroom-code" -> page.submit("code", VONAGE.awaitCode(number));
                case "login-login-recovery-authn-code-input" -> page.submit("recoveryCodeInput", CODES[0]);
                case "login-strongroom-backup-code" -> page.submit("backupCode", CODES[0]);
                case "login-webauthn-authenticate" -> key.signIn(page);
                case "login-strongroom-key" -> (withPasskey ? passkey : key).signIn(page);
                default -> null;
            };
        }
    }

    private static TestRealm realm(Flow flow, String methods) {
        return REALMS.computeIfAbsent(flow + methods, any -> {
            TestRealm realm = TestRealm.create(
                    "table",
                    Map.of(
                            "twoFactor.enforcement", "required",
                            "twoFactor.methods", methods,
                            "twoFactor.backupCodes", "0"));
            RealmFlow stock = RealmFlow.stock(realm, "browser")
                    .require("auth-recovery-authn-code-form", "ALTERNATIVE")
                    .require("webauthn-authenticator", "ALTERNATIVE");
            switch (flow) {
                case STOCK -> {}
                case COPIED -> stock.copy().bind("browserFlow");
                case KEY_REQUIRED -> {
                    RealmFlow own = RealmFlow.create(realm, "key").add("auth-cookie", "ALTERNATIVE");
                    own.sub("key forms", "ALTERNATIVE")
                            .add("auth-username-password-form", "REQUIRED")
                            .add("webauthn-authenticator", "REQUIRED");
                    own.bind("browserFlow");
                }
            }
            return realm;
        });
    }

    @TestFactory
    @DisplayName("at most, and let the user in if the policy accepts a factor")
    Stream<DynamicTest> cells() {
        return Stream.of(Flow.values())
                .flatMap(flow -> POLICIES.stream()
                        .flatMap(policy -> Stream.of(
                                        "app",
                                        "number",
                                        "key",
                                        "passkey",
                                        "app+number",
                                        "key+number",
                                        "key+app",
                                        "passkey+number",
                                        "app+recovery",
                                        "number+recovery",
                                        "key+recovery",
                                        "passkey+key+app+number+recovery")
                                .filter(factors -> flow != Flow.KEY_REQUIRED || has(factors, "key"))
                                .map(factors -> DynamicTest.dynamicTest(
                                        flow + " × " + factors + " × " + policy,
                                        () -> assertCell(flow, factors, policy)))));
    }

    private static boolean has(String factors, String factor) {
        return List.of(factors.split("\\+")).contains(factor);
    }

    private static boolean isAccepted(String factors, String policy) {
        List<String> methods = List.of(policy.split(","));
        return has(factors, "app") && methods.contains("totp")
                || has(factors, "number") && methods.contains("sms")
                || has(factors, "key") && methods.contains("security-key")
                || has(factors, "passkey") && (methods.contains("passkey") || methods.contains("security-key"));
    }

    private static void assertCell(Flow flow, String factors, String policy) {
        Holder holder = Holder.create();
        TestRealm realm = realm(flow, policy);
        TestUser user = realm.addUser("user" + holder.number().substring(1), spec -> holder.give(spec, factors));

        List<String> asked = new ArrayList<>();
        Landing landing = realm.signIn(new Browser(), user);
        while (landing instanceof Page page) {
            boolean withPasskey = has(factors, "passkey")
                    && (!has(factors, "key") || page.text().contains("Use your passkey"));
            Landing next = holder.answer(page, withPasskey);
            if (next == null) {
                break;
            }
            asked.add(page.id());
            landing = next;
            assertTrue(asked.size() < 4, asked::toString);
        }

        boolean mustAnswerKeyToo = flow == Flow.KEY_REQUIRED && !policy.contains("security-key");
        boolean isIn = landing instanceof Arrival;
        assertEquals(isAccepted(factors, policy), isIn, asked + " " + landing);
        assertTrue(asked.size() <= (mustAnswerKeyToo ? 2 : 1), asked::toString);
    }
}

package io.strongroom.policy;

import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * A tenant's policy, parsed once from its attributes.
 *
 * @param methods  the factors accepted; one alone is the exclusive strategy (C1)
 * @param problems values that were not allowed
 */
public record TenantPolicy(Enforcement enforcement, Set<Method> methods, SmsRules sms, List<Problem> problems) {

    public static final String PREFIX = "twoFactor.";
    public static final String ENFORCEMENT = "twoFactor.enforcement";
    public static final String METHODS = "twoFactor.methods";

    /** @param attributes gives the value of an attribute, or null where it is absent */
    public static TenantPolicy parse(UnaryOperator<String> attributes) {
        Settings settings = new Settings(attributes);
        Enforcement enforcement = settings.oneOf(ENFORCEMENT, Enforcement.class, Enforcement.OFF, Enforcement.REQUIRED);
        Set<Method> methods = settings.methods(METHODS, Set.of(Method.TOTP, Method.SMS));
        SmsRules sms = SmsRules.parse(settings);
        return new TenantPolicy(enforcement, methods, sms, settings.problems());
    }
}

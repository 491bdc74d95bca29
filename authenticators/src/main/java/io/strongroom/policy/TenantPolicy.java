package io.strongroom.policy;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * A tenant's policy, parsed once from its attributes.
 *
 * @param methods             the factors accepted; one alone is the exclusive strategy (C1)
 * @param selfService         whether users may add and remove factors themselves
 * @param roles               which roles require, exempt and own
 * @param grace               how long setting up may be put off
 * @param maxAge              how long a passed factor counts; zero = the whole session
 * @param rememberBrowserDays 0 to 90; 0 = browsers are not remembered
 * @param trustedProviders    identity providers whose own second factor counts
 * @param backupCodes         how many a user gets, 0 to 20
 * @param impersonation       what becomes of an administrator who acts as a user that is asked
 * @param notifyByEmail       whether users are told by e-mail what happens to their factors (X10)
 * @param problems            values that were not allowed
 */
public record TenantPolicy(
        Enforcement enforcement,
        Set<Method> methods,
        boolean selfService,
        Roles roles,
        Grace grace,
        Duration maxAge,
        int rememberBrowserDays,
        List<TrustedProvider> trustedProviders,
        int backupCodes,
        Impersonation impersonation,
        boolean notifyByEmail,
        SmsRules sms,
        List<Problem> problems) {

    public static final String PREFIX = "twoFactor.";
    public static final String ENFORCEMENT = "twoFactor.enforcement";

    /** Zero is the loosest: what is no age is a short one, though long enough for a login. */
    private static final IntegerSetting MAX_AGE = new IntegerSetting(0, 525_600, 0, 10, 525_600, 10);

    /**
     * Role names: of the realm, or {@code client.role}.
     *
     * @param required their holders are asked where the tenant leaves it optional (C7)
     * @param exempt   their holders are not asked by the tenant (C13)
     * @param owner    its holders must have a factor before the tenant can require one (T7)
     */
    public record Roles(Set<String> required, Set<String> exempt, String owner) {}

    /** @param attributes gives the value of an attribute, or null where it is absent */
    public static TenantPolicy parse(UnaryOperator<String> attributes) {
        return parse(new Settings(attributes));
    }

    /** Every attribute a tenant can have, and the value that holds. */
    public static List<Setting> settings(UnaryOperator<String> attributes) {
        Settings settings = new Settings(attributes);
        parse(settings);
        return settings.read();
    }

    private static TenantPolicy parse(Settings settings) {
        return new TenantPolicy(
                settings.oneOf(ENFORCEMENT, Enforcement.class, Enforcement.OFF, Enforcement.REQUIRED),
                settings.methods("twoFactor.methods", Set.of(Method.TOTP, Method.SMS)),
                settings.flag("twoFactor.selfService", true, false),
                new Roles(
                        settings.names("twoFactor.requiredRoles", "two-factor-required", "two-factor-required"),
                        settings.names("twoFactor.exemptRoles", "two-factor-exempt", ""),
                        settings.text("twoFactor.ownerRole", "realm-management.realm-admin")),
                Grace.parse(settings),
                Duration.ofMinutes(settings.number("twoFactor.maxAgeMinutes", MAX_AGE)),
                settings.number("twoFactor.rememberBrowserDays", IntegerSetting.strict(0, 90, 0, 0)),
                TrustedProvider.parse(settings),
                settings.number("twoFactor.backupCodes", IntegerSetting.clamped(0, 20, 10)),
                settings.oneOf(
                        "twoFactor.impersonation", Impersonation.class, Impersonation.REFUSE, Impersonation.REFUSE),
                settings.flag("twoFactor.notifyByEmail", true, true),
                SmsRules.parse(settings),
                settings.problems());
    }
}

package io.strongroom.policy;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * A tenant's policy, parsed from its realm's attributes.
 *
 * @param enforcement         the users who need a second factor
 * @param methods             the accepted methods; a single method means the exclusive strategy (C1)
 * @param roleMethods         the methods to which holders of some roles are held instead
 * @param selfService         whether users may add and remove factors themselves
 * @param roles               the roles the policy refers to
 * @param grace               how long set-up may be postponed
 * @param maxAge              how long a passed factor counts, 0 to 525,600 minutes; 0 = the whole session
 * @param rememberBrowserDays number of days for which browsers are remembered, 0 to 90; 0 = browsers are not remembered
 * @param trustedProviders    identity providers whose own second factor counts
 * @param backupCodes         number of backup codes per user, 0 to 20
 * @param impersonation       how an administrator who impersonates a user is handled
 * @param notifyByEmail       whether users get an e-mail when their factors change (X10)
 * @param sms                 the text message settings
 * @param problems            attributes with invalid values
 */
public record TenantPolicy(
        Enforcement enforcement,
        Set<Method> methods,
        RoleMethods roleMethods,
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
    public static final String METHODS = "twoFactor.methods";

    static final String REQUIRED_ROLES = "twoFactor.requiredRoles";
    static final String EXEMPT_ROLES = "twoFactor.exemptRoles";
    static final String OWNER_ROLE = "twoFactor.ownerRole";
    static final String MAX_AGE_MINUTES = "twoFactor.maxAgeMinutes";
    static final String REMEMBER_BROWSER_DAYS = "twoFactor.rememberBrowserDays";

    /**
     * The setting of the maximum age in minutes. Zero is the most permissive value, so an invalid value becomes 10
     * minutes, which is short but long enough for a login.
     */
    static final IntegerSetting MAX_AGE = IntegerSetting.clamped(0, 525_600, 0).ifBelowOrUnreadable(10);

    static final IntegerSetting BROWSER_DAYS = IntegerSetting.zeroIfInvalid(90);

    /**
     * The roles that a policy refers to. A realm role is given by its name, a client role as {@code client.role}.
     *
     * @param required roles whose users need a factor even if the tenant leaves it optional (C7)
     * @param exempt   roles whose users are exempt from the tenant's rule (C13)
     * @param owner    role whose users must have a factor before the tenant can require one (T7)
     */
    public record Roles(Set<String> required, Set<String> exempt, String owner) {}

    /** @param attributes returns the value of an attribute, or null if it is absent */
    public static TenantPolicy parse(UnaryOperator<String> attributes) {
        return parse(new Settings(attributes));
    }

    /** Returns every attribute of a tenant's policy with its effective value. */
    public static List<Setting> settings(UnaryOperator<String> attributes) {
        Settings settings = new Settings(attributes);
        parse(settings);
        return settings.read();
    }

    /** Returns whether the tenant accepts this method from any user, apart from data rooms. */
    public boolean accepts(Method method) {
        return methods.contains(method) || roleMethods.contain(method);
    }

    /**
     * Returns the policy of a user to whom all of these apply. It asks whom any of them asks, and accepts what all of
     * them accept. Settings that organizations don't have are this realm's. A passed factor never counts longer than in
     * this realm, even if the realm's rule doesn't apply: the realm's data rooms and applications rely on it.
     *
     * @param policies at least one
     */
    TenantPolicy strictest(List<TenantPolicy> policies) {
        return new TenantPolicy(
                policies.stream()
                        .map(TenantPolicy::enforcement)
                        .max(Comparator.naturalOrder())
                        .orElseThrow(),
                MethodLists.strictest(
                                policies.stream().map(TenantPolicy::methods).toList())
                        .orElseThrow(),
                roleMethods,
                selfService,
                roles,
                policies.stream()
                        .map(TenantPolicy::grace)
                        .reduce(Grace::stricter)
                        .orElseThrow(),
                Stream.concat(Stream.of(this), policies.stream())
                        .map(TenantPolicy::maxAge)
                        .filter(age -> !age.isZero())
                        .min(Comparator.naturalOrder())
                        .orElse(Duration.ZERO),
                policies.stream()
                        .mapToInt(TenantPolicy::rememberBrowserDays)
                        .min()
                        .orElseThrow(),
                policies.stream()
                        .map(TenantPolicy::trustedProviders)
                        .reduce(TrustedProvider::trustedByBoth)
                        .orElseThrow(),
                backupCodes,
                impersonation,
                notifyByEmail,
                sms,
                problems);
    }

    private static TenantPolicy parse(Settings settings) {
        return new TenantPolicy(
                settings.oneOf(ENFORCEMENT, Enforcement.class, Enforcement.OFF, Enforcement.REQUIRED),
                settings.methods(METHODS, Set.of(Method.TOTP, Method.SMS)),
                RoleMethods.parse(settings),
                settings.flag(
                        "twoFactor.selfService", FlagSetting.byDefault(true).orIfInvalid(false)),
                new Roles(
                        settings.names(REQUIRED_ROLES, "two-factor-required", "two-factor-required"),
                        settings.names(EXEMPT_ROLES, "two-factor-exempt", ""),
                        settings.text(OWNER_ROLE, "realm-management.realm-admin")),
                Grace.parse(settings, Grace.NONE),
                Duration.ofMinutes(settings.number(MAX_AGE_MINUTES, MAX_AGE)),
                settings.number(REMEMBER_BROWSER_DAYS, BROWSER_DAYS),
                TrustedProvider.parse(settings, List.of()),
                settings.number("twoFactor.backupCodes", IntegerSetting.clamped(0, 20, 10)),
                settings.oneOf(
                        "twoFactor.impersonation", Impersonation.class, Impersonation.REFUSE, Impersonation.REFUSE),
                settings.flag("twoFactor.notifyByEmail", FlagSetting.byDefault(true)),
                SmsRules.parse(settings),
                settings.problems());
    }
}

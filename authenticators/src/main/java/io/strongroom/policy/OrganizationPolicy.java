package io.strongroom.policy;

import io.strongroom.policy.TenantPolicy.Roles;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The policy of an organization (X15): the realm's, with the attributes that are set on the organization.
 *
 * @param policy            the whole policy
 * @param messagesPerDay    number of text messages to the organization's members per day, 1 to 1,000,000, within the
 *                          realm's; empty if only the realm's number limits them
 * @param problems          attributes of the organization with invalid values
 */
public record OrganizationPolicy(TenantPolicy policy, OptionalInt messagesPerDay, List<Problem> problems) {

    /** Attributes that count only on groups. */
    private static final List<String> OF_GROUPS =
            List.of(RoomPolicy.DATA_ROOM, RoomPolicy.ADMINISTRATORS, RoomPolicy.ENFORCED);

    /**
     * @param attributes returns the value of an organization's attribute, or null if it is absent
     * @param realm      the realm's policy, which contains the defaults
     */
    public static OrganizationPolicy parse(UnaryOperator<String> attributes, TenantPolicy realm) {
        return parse(new Settings(attributes), realm);
    }

    /** Returns every attribute of an organization's policy with its effective value. */
    public static List<Setting> settings(UnaryOperator<String> attributes, TenantPolicy realm) {
        Settings settings = new Settings(attributes);
        parse(settings, realm);
        return settings.read();
    }

    /** Returns the names of all attributes that have an effect on an organization. */
    public static Set<String> names() {
        return settings(name -> null, TenantPolicy.parse(name -> null)).stream()
                .map(Setting::attribute)
                .collect(Collectors.toSet());
    }

    /**
     * Returns the problems with an organization's attributes: values that are not allowed, and attributes that have no
     * effect on an organization.
     *
     * @param name       name of the organization
     * @param attributes the policy attributes and the attributes of data rooms
     */
    public static Stream<Problem> problemsOf(String name, Map<String, String> attributes, TenantPolicy realm) {
        Set<String> known = names();
        Stream<Problem> withoutEffect = attributes.entrySet().stream()
                .filter(attribute -> !known.contains(attribute.getKey()))
                .map(attribute -> new Problem(
                        attribute.getKey(),
                        attribute.getValue(),
                        "no rule",
                        OF_GROUPS.contains(attribute.getKey())
                                ? "only on groups within the organization"
                                : "only on the realm"));
        return Stream.concat(parse(attributes::get, realm).problems().stream(), withoutEffect)
                .map(problem -> problem.in("organization " + name));
    }

    private static OrganizationPolicy parse(Settings settings, TenantPolicy realm) {
        TenantPolicy policy = new TenantPolicy(
                settings.oneOf(TenantPolicy.ENFORCEMENT, Enforcement.class, realm.enforcement(), Enforcement.REQUIRED),
                settings.methods(TenantPolicy.METHODS, realm.methods()),
                realm.roleMethods(),
                realm.selfService(),
                roles(settings, realm.roles()),
                Grace.parse(settings, realm.grace()),
                Duration.ofMinutes(settings.number(TenantPolicy.MAX_AGE_MINUTES, TenantPolicy.MAX_AGE.orIfAbsent((int)
                        realm.maxAge().toMinutes()))),
                settings.number(
                        TenantPolicy.REMEMBER_BROWSER_DAYS,
                        TenantPolicy.BROWSER_DAYS.orIfAbsent(realm.rememberBrowserDays())),
                TrustedProvider.parse(settings, realm.trustedProviders()),
                realm.backupCodes(),
                realm.impersonation(),
                realm.notifyByEmail(),
                realm.sms()
                        .with(
                                settings.text(SmsRules.SENDER, realm.sms().sender()),
                                MessageTemplate.parse(settings, realm.sms().template())),
                List.of());
        OptionalInt perDay = settings.numberIfSet(SmsRules.PER_DAY, SmsRules.MESSAGES_PER_DAY);
        return new OrganizationPolicy(policy, perDay, settings.problems());
    }

    private static Roles roles(Settings settings, Roles realm) {
        return new Roles(
                settings.names(TenantPolicy.REQUIRED_ROLES, realm.required(), String.join(",", realm.required())),
                settings.names(TenantPolicy.EXEMPT_ROLES, realm.exempt(), ""),
                settings.text(TenantPolicy.OWNER_ROLE, realm.owner()));
    }
}

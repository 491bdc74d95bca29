package io.strongroom.admin.query;

import io.strongroom.factor.Factors;
import io.strongroom.policy.Method;
import io.strongroom.policy.OrganizationRule;
import io.strongroom.policy.TenantPolicy;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;

/**
 * The methods that the realm and one organization accept. Counts of the organization's members don't mention other methods
 * that no member uses, because they would reveal what other organizations accept.
 *
 * @param realm        the realm's policy
 * @param organization the organization's policy
 */
public record OwnMethods(TenantPolicy realm, TenantPolicy organization) {

    public static OwnMethods of(OrganizationRule rule, TenantPolicy realm) {
        return new OwnMethods(realm, rule.in(realm).policy());
    }

    /** Returns the counts by method. */
    public Map<String, Long> inFactors(Map<String, Long> counts) {
        return without(counts, method -> !areAccepted(method));
    }

    /** Returns the counts by status. The statuses that users can have under any policy remain. */
    public Map<String, Long> inStatuses(Map<String, Long> counts) {
        return without(counts, method -> !areAccepted(method) && !UserStatus.IN_BOTH.contains(method));
    }

    private static Map<String, Long> without(Map<String, Long> counts, Predicate<Method> foreign) {
        Map<String, Long> own = new LinkedHashMap<>(counts);
        own.entrySet()
                .removeIf(count -> count.getValue() == 0
                        && Method.ofWord(count.getKey()).filter(foreign).isPresent());
        return own;
    }

    private boolean areAccepted(Method method) {
        return Factors.of(method).heldBy().methods().stream()
                .anyMatch(each -> realm.accepts(each) || organization.methods().contains(each));
    }
}

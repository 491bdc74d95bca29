package io.strongroom.admin.query;

import io.strongroom.policy.PolicyPart;
import io.strongroom.policy.store.StoredOrganization;
import jakarta.persistence.criteria.Predicate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Conditions on one part of the policy of an organization, such as its methods. Organizations whose policy is not the
 * stored one are found by their ids; there are few of them.
 */
final class PartPredicates<T> {

    private final List<String> attributes;

    /** The value that stored attributes stand for. */
    private final Map<Map<String, Set<String>>, T> byAttributes = new HashMap<>();

    private final Map<String, T> byId = new HashMap<>();
    private final Set<String> several = new HashSet<>();

    PartPredicates(PolicyPart<T> part, Collection<JudgedOrganization> organizations) {
        this.attributes = part.attributes();
        organizations.stream()
                .collect(Collectors.groupingBy(organization -> asCompared(pattern(organization))))
                .values()
                .forEach(alike -> add(part, alike));
    }

    /** @param alike organizations that a database may not tell apart */
    private void add(PolicyPart<T> part, List<JudgedOrganization> alike) {
        Map<T, List<JudgedOrganization>> byValue = alike.stream()
                .collect(Collectors.groupingBy(organization -> part.of().apply(organization.policy())));
        T usual = byValue.entrySet().stream()
                .max(Comparator.comparingInt(entry -> entry.getValue().size()))
                .orElseThrow()
                .getKey();
        byValue.forEach((value, organizations) -> organizations.forEach(organization -> {
            Map<String, Set<String>> pattern = pattern(organization);
            if (organization.stored().isPresent() && value.equals(usual)) {
                byAttributes.put(pattern, value);
            } else {
                byId.put(organization.id(), value);
            }
            pattern.forEach((name, values) -> {
                if (values.size() > 1) {
                    several.add(name);
                }
            });
        }));
    }

    private Map<String, Set<String>> pattern(JudgedOrganization organization) {
        Map<String, Set<String>> pattern = new TreeMap<>();
        Map<String, Set<String>> values =
                organization.stored().map(StoredOrganization::values).orElse(Map.of());
        attributes.forEach(name -> pattern.computeIfAbsent(name, values::get));
        return pattern;
    }

    /** Some databases ignore case and trailing blanks when they compare. */
    private static Map<String, Set<String>> asCompared(Map<String, Set<String>> pattern) {
        Map<String, Set<String>> compared = new TreeMap<>();
        pattern.forEach((name, values) -> compared.put(
                name,
                values.stream()
                        .map(value -> value.strip().toLowerCase(Locale.ROOT))
                        .collect(Collectors.toSet())));
        return compared;
    }

    /** Matches organizations whose part of the policy meets this condition. */
    Predicate is(java.util.function.Predicate<T> condition, OrganizationCriteria organization) {
        Predicate stored = byStoredAttributes(condition, organization);
        if (byId.isEmpty()) {
            return stored;
        }
        Set<String> met = byId.entrySet().stream()
                .filter(entry -> condition.test(entry.getValue()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        UserPredicates user = organization.user();
        return user.builder()
                .or(
                        organization.isOneOf(met),
                        user.builder().and(organization.isOneOf(byId.keySet()).not(), stored));
    }

    private Predicate byStoredAttributes(java.util.function.Predicate<T> condition, OrganizationCriteria organization) {
        Map<Boolean, List<Map<String, Set<String>>>> patterns = byAttributes.entrySet().stream()
                .collect(Collectors.partitioningBy(
                        entry -> condition.test(entry.getValue()),
                        Collectors.mapping(Map.Entry::getKey, Collectors.toList())));
        List<Map<String, Set<String>>> met = patterns.get(true);
        List<Map<String, Set<String>>> others = patterns.get(false);
        if (met.isEmpty() || others.isEmpty()) {
            return organization.user().constant(others.isEmpty());
        }
        return met.size() <= others.size()
                ? organization.matches(attributes, met, several)
                : organization.matches(attributes, others, several).not();
    }
}

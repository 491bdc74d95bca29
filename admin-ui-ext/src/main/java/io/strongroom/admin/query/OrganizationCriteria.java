package io.strongroom.admin.query;

import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.Path;
import jakarta.persistence.criteria.Predicate;
import jakarta.persistence.criteria.Root;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.keycloak.models.jpa.entities.GroupAttributeEntity;
import org.keycloak.models.jpa.entities.OrganizationEntity;

/**
 * Conditions on the stored attributes of one organization of a user. Organizations are found by their attributes instead
 * of their ids, because a realm can have thousands of them, of which many have the same policy.
 *
 * @param user the user
 * @param row  the organization
 */
record OrganizationCriteria(UserPredicates user, Root<OrganizationEntity> row) {

    private CriteriaBuilder builder() {
        return user.builder();
    }

    Predicate isOneOf(Collection<String> ids) {
        return ids.isEmpty() ? user.never() : row.get("id").in(ids);
    }

    /** Matches an organization with an attribute whose name begins with this prefix. */
    Predicate hasAny(String prefix) {
        return attribute(
                name -> builder().like(name, prefix + "%"), value -> builder().conjunction());
    }

    /**
     * Matches an organization whose attributes have the values of one of the patterns.
     *
     * @param names    names of the attributes
     * @param patterns for each name, the values; a name without values is left out
     * @param several  names of the attributes that have several values in some organization
     */
    Predicate matches(List<String> names, Collection<Map<String, Set<String>>> patterns, Set<String> several) {
        if (names.isEmpty()) {
            return builder().conjunction();
        }
        String first = names.get(0);
        List<String> others = names.subList(1, names.size());
        if (others.isEmpty()) {
            return hasOne(first, patterns.stream().map(pattern -> valuesOf(first, pattern)), several);
        }
        Map<Set<String>, List<Map<String, Set<String>>>> byFirst =
                patterns.stream().collect(Collectors.groupingBy(pattern -> valuesOf(first, pattern)));
        return user.anyOf(byFirst.entrySet().stream()
                .map(entry -> builder()
                        .and(
                                hasOne(first, Stream.of(entry.getKey()), several),
                                matches(others, entry.getValue(), several))));
    }

    private static Set<String> valuesOf(String name, Map<String, Set<String>> pattern) {
        return pattern.getOrDefault(name, Set.of());
    }

    /** Matches an organization whose attribute has one of these sets of values, of which an empty one means none. */
    private Predicate hasOne(String name, Stream<Set<String>> alternatives, Set<String> several) {
        Map<Integer, Set<Set<String>>> bySize =
                alternatives.collect(Collectors.groupingBy(values -> Math.min(values.size(), 2), Collectors.toSet()));
        return user.anyOf(bySize.entrySet().stream().flatMap(entry -> switch (entry.getKey()) {
            case 0 ->
                Stream.of(attribute(name, value -> builder().conjunction()).not());
            case 1 -> Stream.of(hasSingle(name, flat(entry.getValue()), several.contains(name)));
            default -> entry.getValue().stream().map(values -> hasAll(name, values));
        }));
    }

    private static Set<String> flat(Set<Set<String>> sets) {
        return sets.stream().flatMap(Set::stream).collect(Collectors.toSet());
    }

    private Predicate hasSingle(String name, Set<String> values, boolean canBeSeveral) {
        Predicate has = attribute(name, value -> value.in(values));
        return canBeSeveral
                ? builder()
                        .and(
                                has,
                                attribute(
                                                name,
                                                one -> attribute(
                                                        name, other -> builder().notEqual(one, other)))
                                        .not())
                : has;
    }

    private Predicate hasAll(String name, Set<String> values) {
        Stream<Predicate> each =
                values.stream().map(one -> attribute(name, value -> builder().equal(value, one)));
        Predicate noOther = attribute(name, value -> value.in(values).not()).not();
        return builder().and(Stream.concat(each, Stream.of(noOther)).toArray(Predicate[]::new));
    }

    private Predicate attribute(String name, Function<Path<String>, Predicate> condition) {
        return attribute(stored -> builder().equal(stored, name), condition);
    }

    private Predicate attribute(Function<Path<String>, Predicate> name, Function<Path<String>, Predicate> value) {
        return user.exists(
                GroupAttributeEntity.class,
                attribute -> builder()
                        .and(
                                builder().equal(attribute.get("group").get("id"), row.get("groupId")),
                                name.apply(attribute.get("name")),
                                builder().isNotNull(attribute.get("value")),
                                value.apply(attribute.get("value"))));
    }
}

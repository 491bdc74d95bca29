package io.strongroom.policy.store;

import io.strongroom.policy.RoomPolicy;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.keycloak.models.GroupModel;

/**
 * Reads the attributes of a group's rule. An attribute can have several values in no particular order. They are
 * joined, so that contradictory values become invalid and the strictest reading applies.
 */
final class GroupAttributes {

    private GroupAttributes() {}

    /**
     * Returns a function that maps an attribute to its values, joined by commas, or to null if the attribute is
     * absent.
     */
    static UnaryOperator<String> of(GroupModel group) {
        return name -> joined(group.getAttributeStream(name));
    }

    /** Returns the policy attributes and the attributes of data rooms that are set on a group. */
    static Map<String, String> ofPolicy(GroupModel group) {
        Map<String, String> set = new TreeMap<>();
        group.getAttributes().forEach((name, values) -> {
            String value = joined(values.stream());
            if (value != null && (name.startsWith(RoomPolicy.RULE_PREFIX) || name.startsWith(RoomPolicy.DATA_ROOM))) {
                set.put(name, value);
            }
        });
        return set;
    }

    /** @param values may contain nulls, which are ignored: some databases store empty text as null */
    static String joined(Stream<String> values) {
        return values.filter(Objects::nonNull)
                .map(String::strip)
                .distinct()
                .sorted()
                .reduce((one, other) -> one + "," + other)
                .orElse(null);
    }
}

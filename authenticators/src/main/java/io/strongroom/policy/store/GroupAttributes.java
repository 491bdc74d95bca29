package io.strongroom.policy.store;

import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.keycloak.models.GroupModel;

/**
 * Reads a group's attributes for its rule. An attribute can have several values, in no order. All of them are joined, so that
 * contradicting values are not allowed and the strictest reading applies.
 */
final class GroupAttributes {

    private GroupAttributes() {}

    /** Returns a function from an attribute to its values, joined by commas; null if the attribute is absent. */
    static UnaryOperator<String> of(GroupModel group) {
        return name -> joined(group.getAttributeStream(name));
    }

    /** @param values may contain null, which is ignored: some databases store an empty text as null */
    static String joined(Stream<String> values) {
        return values.filter(Objects::nonNull)
                .map(String::strip)
                .distinct()
                .sorted()
                .reduce((one, other) -> one + "," + other)
                .orElse(null);
    }
}

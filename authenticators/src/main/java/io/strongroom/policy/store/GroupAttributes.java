package io.strongroom.policy.store;

import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.keycloak.models.GroupModel;

/**
 * A group's attributes as rules read them. An attribute can have several values, in no order: all of them are read, so that
 * what contradicts itself is not allowed, and the strictest reading holds.
 */
final class GroupAttributes {

    private GroupAttributes() {}

    /** Gives an attribute's values, with commas; null where it is absent. */
    static UnaryOperator<String> of(GroupModel group) {
        return name -> joined(group.getAttributeStream(name));
    }

    /** @param values null ones are none: some databases store an empty text so */
    static String joined(Stream<String> values) {
        return values.filter(Objects::nonNull)
                .map(String::strip)
                .distinct()
                .sorted()
                .reduce((one, other) -> one + "," + other)
                .orElse(null);
    }
}

package io.strongroom.policy.store;

import java.util.Objects;
import java.util.function.UnaryOperator;
import org.keycloak.models.GroupModel;

/**
 * A group's attributes as rules read them. An attribute can have several values, in no order: all of them are read, so that
 * what contradicts itself is not allowed, and the strictest reading holds.
 */
final class GroupAttributes {

    private GroupAttributes() {}

    /** Gives an attribute's values, with commas; null where it is absent. */
    static UnaryOperator<String> of(GroupModel group) {
        return name -> group.getAttributeStream(name)
                .filter(Objects::nonNull)
                .distinct()
                .reduce(GroupAttributes::join)
                .orElse(null);
    }

    static String join(String one, String other) {
        return one.equals(other) ? one : one + "," + other;
    }
}

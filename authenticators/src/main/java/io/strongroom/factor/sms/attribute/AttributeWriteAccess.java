package io.strongroom.factor.sms.attribute;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.keycloak.representations.userprofile.config.UPAttribute;
import org.keycloak.representations.userprofile.config.UPConfig;

/** Who can write the attribute, by a realm's user profile. */
final class AttributeKeeper {

    /** The profile's word for users who edit their own account. */
    private static final String USERS = "user";

    private AttributeKeeper() {}

    /** Whether no user can write their own: it is declared, at all times, and users are not among its editors. */
    static boolean isBeyondUsers(UPConfig profile) {
        return declaration(profile)
                .filter(attribute -> !editors(attribute).contains(USERS))
                .filter(attribute -> !isDeclaredForSomeScopesOnly(attribute))
                .isPresent();
    }

    private static Optional<UPAttribute> declaration(UPConfig profile) {
        return Stream.ofNullable(profile.getAttributes())
                .flatMap(attributes -> attributes.stream())
                .filter(attribute -> PhoneNumberAttribute.NAME.equals(attribute.getName()))
                .findFirst();
    }

    private static Set<String> editors(UPAttribute attribute) {
        boolean open =
                attribute.getPermissions() != null && attribute.getPermissions().getEdit() != null;
        return open ? attribute.getPermissions().getEdit() : Set.of();
    }

    /** Where no such scope is asked for, Keycloak treats the attribute as undeclared: a user may be allowed to write those. */
    private static boolean isDeclaredForSomeScopesOnly(UPAttribute attribute) {
        return attribute.getSelector() != null
                && attribute.getSelector().getScopes() != null
                && !attribute.getSelector().getScopes().isEmpty();
    }
}

package io.strongroom.factor.sms.attribute;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.keycloak.representations.userprofile.config.UPAttribute;
import org.keycloak.representations.userprofile.config.UPConfig;

/** Determines from a realm's user profile who may write the {@code phoneNumber} attribute. */
final class AttributeWriteAccess {

    /** The profile's role for users who edit their own account. */
    private static final String USERS = "user";

    private AttributeWriteAccess() {}

    /**
     * Returns whether users can't write their own value. This is the case if the attribute is always declared and
     * users are not among its editors.
     */
    static boolean isProtectedFromUsers(UPConfig profile) {
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
        boolean hasEditors =
                attribute.getPermissions() != null && attribute.getPermissions().getEdit() != null;
        return hasEditors ? attribute.getPermissions().getEdit() : Set.of();
    }

    /**
     * Returns whether the attribute is declared only in requests with certain scopes. In other requests, Keycloak
     * treats it as undeclared, and users may be allowed to write undeclared attributes.
     */
    private static boolean isDeclaredForSomeScopesOnly(UPAttribute attribute) {
        return attribute.getSelector() != null
                && attribute.getSelector().getScopes() != null
                && !attribute.getSelector().getScopes().isEmpty();
    }
}

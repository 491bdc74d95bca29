package io.strongroom.factor.sms.attribute;

import io.strongroom.policy.TenantPolicy;
import java.util.Map;
import java.util.Set;
import org.keycloak.models.KeycloakSession;
import org.keycloak.representations.userprofile.config.UPAttribute;
import org.keycloak.representations.userprofile.config.UPAttributePermissions;
import org.keycloak.representations.userprofile.config.UPConfig;
import org.keycloak.userprofile.UserProfileProvider;

/** The declaration of the {@code phoneNumber} attribute in a realm's user profile. */
public final class PhoneNumberDeclaration {

    private static final String ADMINISTRATORS = "admin";

    private final UserProfileProvider profiles;

    /** @param session session with the realm in its context */
    public PhoneNumberDeclaration(KeycloakSession session) {
        this.profiles = session.getProvider(UserProfileProvider.class);
    }

    /** Returns whether the policy needs the attribute so that administrators can enter a number for every user (C4). */
    public static boolean isNeededBy(TenantPolicy tenant) {
        return RequiredNumber.isSmsRequiredAndOnly(tenant);
    }

    /**
     * Declares the attribute, editable by administrators only. If it is already declared, adds the validator and leaves
     * its editors unchanged.
     *
     * @return whether the profile was changed
     */
    public boolean declare() {
        UPConfig profile = profiles.getConfiguration();
        UPAttribute attribute = profile.getAttribute(PhoneNumberAttribute.NAME);
        if (attribute != null && validates(attribute)) {
            return false;
        }
        UPAttribute declared = attribute == null ? newAttribute() : attribute;
        declared.addValidation(PhoneNumberValidator.ID, Map.of());
        profile.addOrReplaceAttribute(declared);
        profiles.setConfiguration(profile);
        return true;
    }

    /**
     * Removes the validator. Keycloak can't read a profile that refers to an unknown validator.
     *
     * @return whether the profile was changed
     */
    public boolean removeValidator() {
        if (!isValidated()) {
            return false;
        }
        UPConfig profile = profiles.getConfiguration();
        profile.getAttributes().stream()
                .filter(PhoneNumberDeclaration::validates)
                .forEach(attribute -> attribute.getValidations().remove(PhoneNumberValidator.ID));
        profiles.setConfiguration(profile);
        return true;
    }

    public boolean isValidated() {
        return profiles.getConfiguration().getAttributes().stream().anyMatch(PhoneNumberDeclaration::validates);
    }

    /** Returns whether users can't write their own value, so that a number in the attribute is used. */
    public boolean isProtectedFromUsers() {
        return AttributeWriteAccess.isProtectedFromUsers(profiles.getConfiguration());
    }

    private static boolean validates(UPAttribute attribute) {
        return attribute.getValidations() != null && attribute.getValidations().containsKey(PhoneNumberValidator.ID);
    }

    private static UPAttribute newAttribute() {
        UPAttribute attribute = new UPAttribute(PhoneNumberAttribute.NAME);
        attribute.setDisplayName("${phoneNumber}");
        attribute.setPermissions(new UPAttributePermissions(Set.of(ADMINISTRATORS, "user"), Set.of(ADMINISTRATORS)));
        return attribute;
    }
}

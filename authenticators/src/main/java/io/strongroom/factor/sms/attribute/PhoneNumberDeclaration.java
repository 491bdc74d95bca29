package io.strongroom.factor.sms.attribute;

import io.strongroom.policy.TenantPolicy;
import java.util.Map;
import java.util.Set;
import org.keycloak.models.KeycloakSession;
import org.keycloak.representations.userprofile.config.UPAttribute;
import org.keycloak.representations.userprofile.config.UPAttributePermissions;
import org.keycloak.representations.userprofile.config.UPConfig;
import org.keycloak.userprofile.UserProfileProvider;

/** The attribute {@code phoneNumber} in a realm's user profile. */
public final class PhoneNumberDeclaration {

    private static final String ADMINISTRATORS = "admin";

    private final UserProfileProvider profiles;

    /** @param session whose context is in the realm */
    public PhoneNumberDeclaration(KeycloakSession session) {
        this.profiles = session.getProvider(UserProfileProvider.class);
    }

    /** Whether a policy needs it: administrators must not leave a user without a number (C4). */
    public static boolean isNeededBy(TenantPolicy tenant) {
        return RequiredNumber.isSmsTheStrategy(tenant);
    }

    /**
     * Declares it, editable by administrators only, or gives the one that is declared the validator. Who may edit that one is
     * left as it is.
     *
     * @return whether anything was changed
     */
    public boolean declare() {
        UPConfig profile = profiles.getConfiguration();
        UPAttribute attribute = profile.getAttribute(PhoneNumberAttribute.NAME);
        if (attribute != null && validates(attribute)) {
            return false;
        }
        UPAttribute declared = attribute == null ? fresh() : attribute;
        declared.addValidation(PhoneNumberValidator.ID, Map.of());
        profile.addOrReplaceAttribute(declared);
        profiles.setConfiguration(profile);
        return true;
    }

    /** Takes the validator out; a profile that names one nobody knows can't be read. */
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

    /** Whether a number in it is used: users can't write their own. */
    public boolean isBeyondUsers() {
        return AttributeKeeper.isBeyondUsers(profiles.getConfiguration());
    }

    private static boolean validates(UPAttribute attribute) {
        return attribute.getValidations() != null && attribute.getValidations().containsKey(PhoneNumberValidator.ID);
    }

    private static UPAttribute fresh() {
        UPAttribute attribute = new UPAttribute(PhoneNumberAttribute.NAME);
        attribute.setDisplayName("${phoneNumber}");
        attribute.setPermissions(new UPAttributePermissions(Set.of(ADMINISTRATORS, "user"), Set.of(ADMINISTRATORS)));
        return attribute;
    }
}

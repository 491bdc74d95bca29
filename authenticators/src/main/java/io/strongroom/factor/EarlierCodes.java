package io.strongroom.factor;

import java.util.List;
import org.keycloak.credential.CredentialModel;
import org.keycloak.models.UserModel;

/**
 * Removes backup and recovery codes that were created while the account had no factor. Anyone who knew the password
 * could create them, so they must not replace the owner's first factor.
 */
public final class EarlierCodes {

    private EarlierCodes() {}

    /**
     * Removes all backup and recovery codes if the user has no factor yet. Must be called before the first factor
     * is stored.
     */
    public static void removeBeforeFirstFactor(UserModel user) {
        List<CredentialModel> credentials =
                user.credentialManager().getStoredCredentialsStream().toList();
        if (credentials.stream().noneMatch(EarlierCodes::isFactor)) {
            credentials.stream()
                    .filter(credential -> Factors.areSavedCodes(credential.getType()))
                    .map(CredentialModel::getId)
                    .forEach(user.credentialManager()::removeStoredCredentialById);
        }
    }

    private static boolean isFactor(CredentialModel credential) {
        return Factors.ofCredentialType(credential.getType()).isPresent();
    }
}

package io.strongroom.factor;

import io.strongroom.context.UserContext;
import java.util.List;
import org.keycloak.credential.CredentialModel;
import org.keycloak.models.SubjectCredentialManager;

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
    public static void removeBeforeFirstFactor(UserContext user) {
        SubjectCredentialManager manager = user.user().credentialManager();
        List<CredentialModel> credentials = manager.getStoredCredentialsStream().toList();
        boolean hasFactor = credentials.stream().anyMatch(EarlierCodes::isFactor)
                || Factors.all().stream()
                        .flatMap(factor -> factor.notStored(user))
                        .findAny()
                        .isPresent();
        if (!hasFactor) {
            credentials.stream()
                    .filter(credential -> Factors.areSavedCodes(credential.getType()))
                    .map(CredentialModel::getId)
                    .forEach(manager::removeStoredCredentialById);
        }
    }

    private static boolean isFactor(CredentialModel credential) {
        return Factors.ofCredentialType(credential.getType()).isPresent();
    }
}

package io.strongroom.guard;

import io.strongroom.policy.Method;
import java.util.List;
import org.keycloak.credential.CredentialModel;
import org.keycloak.models.SubjectCredentialManager;
import org.keycloak.models.UserModel;

/**
 * Moves the most recently used factor to the front of the user's credentials, so that the next challenge offers it
 * first.
 */
final class LastUsed {

    private LastUsed() {}

    static void moveToFront(UserModel user, String credentialId) {
        SubjectCredentialManager credentials = user.credentialManager();
        List<CredentialModel> factors = credentials
                .getStoredCredentialsStream()
                .filter(credential ->
                        Method.ofCredentialType(credential.getType()).isPresent())
                .toList();
        boolean isFactor = factors.stream().anyMatch(factor -> factor.getId().equals(credentialId));
        if (isFactor && !factors.get(0).getId().equals(credentialId)) {
            credentials.moveStoredCredentialTo(credentialId, null);
        }
    }
}

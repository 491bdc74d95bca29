package io.strongroom.factor.backupcode;

import io.strongroom.context.UserContext;
import io.strongroom.json.Json;
import java.util.Optional;
import org.keycloak.credential.CredentialModel;
import org.keycloak.models.SubjectCredentialManager;
import org.keycloak.models.credential.RecoveryAuthnCodesCredentialModel;
import org.keycloak.models.credential.dto.RecoveryAuthnCodesSecretData;

/** The user's set of Keycloak recovery codes, which are used in their order. */
public final class RecoveryCodes {

    /** Credential type of a set. */
    public static final String TYPE = RecoveryAuthnCodesCredentialModel.TYPE;

    /** Number of unused codes at which the user is offered new ones. */
    private static final int FEW = 3;

    private final SubjectCredentialManager credentials;

    public RecoveryCodes(UserContext context) {
        this.credentials = context.user().credentialManager();
    }

    /**
     * The next code to be entered.
     *
     * @param credentialId credential id of the set
     * @param number       the code's number on the user's list, counted from 1
     * @param left         number of unused codes, at least 1
     */
    record Next(String credentialId, int number, int left) {}

    /** Returns the next code; empty if the user has none left. */
    Optional<Next> next() {
        return stored().map(RecoveryAuthnCodesCredentialModel::createFromCredentialModel)
                .flatMap(set ->
                        set.getNextRecoveryAuthnCode().map(code -> new Next(set.getId(), code.getNumber(), left(set))));
    }

    /** Returns whether the user has a set of which only a few codes are left. */
    public boolean isRunningLow() {
        return stored().isPresent() && next().filter(code -> code.left() > FEW).isEmpty();
    }

    /** Returns whether the user has more than a few codes. */
    boolean suffice() {
        return next().filter(code -> code.left() > FEW).isPresent();
    }

    /** Removes the set, which Strongroom's backup codes have replaced. */
    void remove() {
        stored().map(CredentialModel::getId).ifPresent(credentials::removeStoredCredentialById);
    }

    private Optional<CredentialModel> stored() {
        return credentials.getStoredCredentialsByTypeStream(TYPE).findFirst();
    }

    private static int left(RecoveryAuthnCodesCredentialModel set) {
        return Json.read(set.getSecretData(), RecoveryAuthnCodesSecretData.class)
                .map(secret -> secret.getCodes().size())
                .orElse(0);
    }
}

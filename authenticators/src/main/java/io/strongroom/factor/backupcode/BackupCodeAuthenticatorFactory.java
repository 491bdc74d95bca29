package io.strongroom.factor.backupcode;

import com.google.auto.service.AutoService;
import io.strongroom.provider.PlainAuthenticatorFactory;
import java.time.Clock;
import java.util.Set;
import org.keycloak.authentication.Authenticator;
import org.keycloak.authentication.AuthenticatorFactory;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.credential.OTPCredentialModel;

/** Creates the {@code backup-code-authenticator} authenticator. */
@AutoService(AuthenticatorFactory.class)
public final class BackupCodeAuthenticatorFactory implements PlainAuthenticatorFactory {

    public static final String ID = "backup-code-authenticator";

    @Override
    public Authenticator create(KeycloakSession session) {
        return new BackupCodeAuthenticator(Clock.systemUTC());
    }

    @Override
    public String getDisplayType() {
        return "Backup code (Strongroom)";
    }

    @Override
    public String getHelpText() {
        return "Asks for one of the backup codes the user has saved.";
    }

    /**
     * Returns a category known to brute-force detection, which ignores failures in other categories. With the other
     * known category, {@code recovery-authn-codes}, the account console would list Keycloak's recovery codes.
     */
    @Override
    public String getReferenceCategory() {
        return OTPCredentialModel.TYPE;
    }

    @Override
    public Set<String> getOptionalReferenceCategories(KeycloakSession session) {
        return Set.of(BackupCodes.TYPE);
    }

    /** Returns false, because a password alone must not be enough to create codes that replace a factor. */
    @Override
    public boolean isUserSetupAllowed() {
        return false;
    }

    @Override
    public String getId() {
        return ID;
    }
}

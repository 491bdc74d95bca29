package io.strongroom.factor.backupcode;

import com.google.auto.service.AutoService;
import io.strongroom.provider.PlainAuthenticatorFactory;
import java.time.Clock;
import java.util.Set;
import org.keycloak.authentication.Authenticator;
import org.keycloak.authentication.AuthenticatorFactory;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.credential.OTPCredentialModel;

/** {@code backup-code-authenticator}. */
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
     * Brute-force detection drops failures of categories it does not know, and {@code recovery-authn-codes}, which it knows as
     * well, would list Keycloak's own recovery codes in the account console.
     */
    @Override
    public String getReferenceCategory() {
        return OTPCredentialModel.TYPE;
    }

    @Override
    public Set<String> getOptionalReferenceCategories(KeycloakSession session) {
        return Set.of(BackupCodes.TYPE);
    }

    /** A password alone must not make codes that stand in for a factor. */
    @Override
    public boolean isUserSetupAllowed() {
        return false;
    }

    @Override
    public String getId() {
        return ID;
    }
}

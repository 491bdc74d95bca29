package io.strongroom.account;

import io.strongroom.context.UserContext;
import io.strongroom.factor.EarlierCodes;
import io.strongroom.factor.EntryOutcome;
import io.strongroom.factor.NewFactor;
import io.strongroom.factor.totp.TotpChallenge;
import io.strongroom.factor.totp.TotpThrottle;
import io.strongroom.policy.Method;
import java.time.Clock;
import org.keycloak.credential.CredentialInput;
import org.keycloak.credential.CredentialMetadata;
import org.keycloak.credential.CredentialModel;
import org.keycloak.credential.CredentialTypeMetadata;
import org.keycloak.credential.CredentialTypeMetadataContext;
import org.keycloak.credential.OTPCredentialProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserCredentialModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.credential.OTPCredentialModel;
import org.keycloak.sessions.AuthenticationSessionModel;
import org.keycloak.utils.StringUtil;

/**
 * Replaces Keycloak's provider for TOTP. In realms with a policy, this provider limits all entries, records passed
 * factors for the guard, and prevents users from removing a required factor (C12). Other realms retain Keycloak's
 * behaviour.
 */
final class GuardedOtpCredentialProvider extends OTPCredentialProvider {

    private final KeycloakSession keycloak;
    private final GuardedCredential guarded;

    GuardedOtpCredentialProvider(KeycloakSession session) {
        super(session);
        this.keycloak = session;
        this.guarded = new GuardedCredential(session, OTPCredentialModel.TYPE);
    }

    /**
     * Returns false to Keycloak's flows if the guard will ask for TOTP. Otherwise, a flow would ask for TOTP first,
     * on a page without other methods. Because the guard asks instead, all methods are one click away (T3, T4), a
     * realm with a single strategy uses only that one (C1), and no user is asked twice.
     */
    @Override
    public boolean isConfiguredFor(RealmModel realm, UserModel user, String credentialType) {
        return super.isConfiguredFor(realm, user, credentialType) && !guarded.isAskedByGuard(user);
    }

    @Override
    public boolean isValid(RealmModel realm, UserModel user, CredentialInput input) {
        String credentialId = input.getCredentialId();
        if (!guarded.isGuarded() || credentialId == null) {
            return super.isValid(realm, user, input);
        }
        Clock clock = Clock.systemUTC();
        TotpThrottle throttle = new TotpThrottle(new UserContext(keycloak, realm, user, clock));
        return new RateLimitedEntry(new UserContext(keycloak, realm, user, clock), getType(), credentialId)
                .isValid(
                        throttle.of(credentialId),
                        () -> super.isValid(new ReusableCodesRealm(realm), user, input)
                                && throttle.useUp(credentialId, input.getChallengeResponse()),
                        outcome -> count(outcome, input));
    }

    private void count(EntryOutcome outcome, CredentialInput input) {
        boolean isCounted = input instanceof UserCredentialModel model && model.getNote(TotpChallenge.COUNTED) != null;
        if (!isCounted) {
            outcome.count(getType());
        }
    }

    @Override
    public CredentialModel createCredential(RealmModel realm, UserModel user, OTPCredentialModel credential) {
        AuthenticationSessionModel login = keycloak.getContext().getAuthenticationSession();
        if (login != null && guarded.isGuarded()) {
            NewFactor.markSetUp(login);
            EarlierCodes.removeBeforeFirstFactor(UserContext.of(keycloak, user, Clock.systemUTC()));
        }
        return super.createCredential(realm, user, credential);
    }

    @Override
    public CredentialTypeMetadata getCredentialTypeMetadata(CredentialTypeMetadataContext context) {
        return guarded.typeMetadata(
                super.getCredentialTypeMetadata(context), context, (own, user) -> own.maySetUp(Method.TOTP, user));
    }

    @Override
    public CredentialMetadata getCredentialMetadata(OTPCredentialModel credential, CredentialTypeMetadata type) {
        CredentialMetadata metadata = super.getCredentialMetadata(credential, type);
        if (guarded.isGuarded() && StringUtil.isBlank(credential.getUserLabel())) {
            credential.setUserLabel(type.getDisplayName());
        }
        guarded.explain(metadata);
        return metadata;
    }
}

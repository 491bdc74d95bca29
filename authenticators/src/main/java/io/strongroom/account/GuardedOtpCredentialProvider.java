package io.strongroom.account;

import io.strongroom.factor.EntryOutcome;
import io.strongroom.factor.NewFactor;
import io.strongroom.factor.totp.TotpChallenge;
import io.strongroom.factor.totp.TotpThrottle;
import io.strongroom.facts.OwnFactors;
import io.strongroom.facts.StepsLeftToGuard;
import io.strongroom.policy.Method;
import java.time.Clock;
import org.keycloak.credential.CredentialInput;
import org.keycloak.credential.CredentialMetadata;
import org.keycloak.credential.CredentialModel;
import org.keycloak.credential.CredentialTypeMetadata;
import org.keycloak.credential.CredentialTypeMetadata.CredentialTypeMetadataBuilder;
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
 * Keycloak's own TOTP in realms with a policy: entries are limited wherever they are made, what was verified is remembered
 * for the guard, and the user can't remove it where it is enforced (C12). In a realm without a policy nothing differs.
 */
final class GuardedOtpCredentialProvider extends OTPCredentialProvider {

    private final KeycloakSession keycloak;
    private SelfRemoval removal = SelfRemoval.UNASKED;

    GuardedOtpCredentialProvider(KeycloakSession session) {
        super(session);
        this.keycloak = session;
    }

    /**
     * Keycloak's flows ask for TOTP before the guard does, on a page that offers nothing else. Where the guard sees to it they are
     * told that there is none, so that all methods are one click away (T3, T4), an exclusive strategy is one (C1) and nobody is asked twice.
     */
    @Override
    public boolean isConfiguredFor(RealmModel realm, UserModel user, String credentialType) {
        return super.isConfiguredFor(realm, user, credentialType)
                && !new StepsLeftToGuard(keycloak).contain(getType(), user);
    }

    @Override
    public boolean isValid(RealmModel realm, UserModel user, CredentialInput input) {
        String credentialId = input.getCredentialId();
        if (!new OwnFactors(keycloak).isGuarded() || credentialId == null) {
            return super.isValid(realm, user, input);
        }
        Clock clock = Clock.systemUTC();
        TotpThrottle throttle = new TotpThrottle(keycloak, realm, user, clock);
        return new RateLimitedEntry(keycloak, realm, user, getType(), credentialId, clock)
                .isValid(
                        throttle.of(credentialId),
                        () -> super.isValid(new CodesNotKept(realm), user, input)
                                && throttle.useUp(credentialId, input.getChallengeResponse()),
                        entered -> count(entered, input));
    }

    private void count(EntryOutcome entered, CredentialInput input) {
        boolean isCounted = input instanceof UserCredentialModel model && model.getNote(TotpChallenge.COUNTED) != null;
        if (!isCounted) {
            entered.count(getType());
        }
    }

    @Override
    public CredentialModel createCredential(RealmModel realm, UserModel user, OTPCredentialModel credential) {
        AuthenticationSessionModel login = keycloak.getContext().getAuthenticationSession();
        if (login != null && new OwnFactors(keycloak).isGuarded()) {
            NewFactor.wasSetUpIn(login);
        }
        return super.createCredential(realm, user, credential);
    }

    @Override
    public CredentialTypeMetadata getCredentialTypeMetadata(CredentialTypeMetadataContext context) {
        CredentialTypeMetadata stock = super.getCredentialTypeMetadata(context);
        OwnFactors own = new OwnFactors(keycloak);
        if (!own.isGuarded()) {
            return stock;
        }
        removal = SelfRemoval.of(keycloak, context.getUser());
        CredentialTypeMetadataBuilder metadata = CredentialTypeMetadata.builder()
                .type(stock.getType())
                .category(stock.getCategory())
                .displayName(stock.getDisplayName())
                .helpText(stock.getHelpText())
                .iconCssClass(stock.getIconCssClass())
                .removeable(removal.isAllowed());
        if (own.maySetUp(Method.TOTP)) {
            metadata.createAction(stock.getCreateAction());
        }
        return metadata.build(keycloak);
    }

    @Override
    public CredentialMetadata getCredentialMetadata(OTPCredentialModel credential, CredentialTypeMetadata type) {
        CredentialMetadata metadata = super.getCredentialMetadata(credential, type);
        if (new OwnFactors(keycloak).isGuarded() && StringUtil.isBlank(credential.getUserLabel())) {
            credential.setUserLabel(type.getDisplayName());
        }
        removal.explain(metadata);
        return metadata;
    }
}

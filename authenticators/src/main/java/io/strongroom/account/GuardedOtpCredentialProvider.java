package io.strongroom.account;

import io.strongroom.factor.Entered;
import io.strongroom.factor.ErrorEvents;
import io.strongroom.factor.EventDetails;
import io.strongroom.factor.FactorEntries;
import io.strongroom.factor.NewFactor;
import io.strongroom.factor.PassedFactor;
import io.strongroom.factor.PassedFactors;
import io.strongroom.factor.totp.TotpChallenge;
import io.strongroom.factor.totp.TotpThrottle;
import io.strongroom.facts.OwnFactors;
import io.strongroom.policy.Method;
import io.strongroom.throttle.EntryLimits;
import io.strongroom.throttle.Pass;
import java.time.Clock;
import org.keycloak.authentication.AuthenticationProcessor;
import org.keycloak.credential.CredentialInput;
import org.keycloak.credential.CredentialMetadata;
import org.keycloak.credential.CredentialModel;
import org.keycloak.credential.CredentialTypeMetadata;
import org.keycloak.credential.CredentialTypeMetadata.CredentialTypeMetadataBuilder;
import org.keycloak.credential.CredentialTypeMetadataContext;
import org.keycloak.credential.OTPCredentialProvider;
import org.keycloak.events.Errors;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserCredentialModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.credential.OTPCredentialModel;
import org.keycloak.models.utils.AuthenticationFlowResolver;
import org.keycloak.sessions.AuthenticationSessionModel;
import org.keycloak.utils.StringUtil;

/**
 * Keycloak's own TOTP in realms with a policy: entries are limited wherever they are made, what was verified is remembered
 * for the guard, and the user can't remove it where it is enforced (C12). In a realm without a policy nothing differs.
 */
final class GuardedOtpCredentialProvider extends OTPCredentialProvider {

    private final KeycloakSession keycloak;
    private Removal removal = Removal.UNASKED;

    GuardedOtpCredentialProvider(KeycloakSession session) {
        super(session);
        this.keycloak = session;
    }

    /**
     * Keycloak's stock flows ask for TOTP before the guard does, on a page that offers nothing else. Where the guard sees to it
     * they are told that there is none, so that all methods are one click away (T3, T4) and an exclusive strategy is one (C1).
     * Flows that somebody composed, and the direct grant, ask as they are made to.
     */
    @Override
    public boolean isConfiguredFor(RealmModel realm, UserModel user, String credentialType) {
        return super.isConfiguredFor(realm, user, credentialType)
                && !(isInStockFlow() && new OwnFactors(keycloak).areLeftToGuard(user, login()));
    }

    private boolean isInStockFlow() {
        return isInBrowser()
                && AuthenticationFlowResolver.resolveBrowserFlow(login()).isBuiltIn();
    }

    private AuthenticationSessionModel login() {
        return keycloak.getContext().getAuthenticationSession();
    }

    private boolean isInBrowser() {
        AuthenticationSessionModel login = login();
        return login != null && login.getAuthNote(AuthenticationProcessor.CURRENT_FLOW_PATH) != null;
    }

    @Override
    public boolean isValid(RealmModel realm, UserModel user, CredentialInput input) {
        if (!new OwnFactors(keycloak).isGuarded() || input.getCredentialId() == null) {
            return super.isValid(realm, user, input);
        }
        Clock clock = Clock.systemUTC();
        TotpThrottle throttle = new TotpThrottle(keycloak, realm, user, clock);
        EntryLimits entries = throttle.of(input.getCredentialId());
        if (!(entries.take() instanceof Pass.Granted)) {
            count(Entered.NOT_CHECKED, input);
            tellOfFailure(realm, user);
            return false;
        }
        if (!super.isValid(new CodesNotKept(realm), user, input)
                || !throttle.useUp(input.getCredentialId(), input.getChallengeResponse())) {
            count(Entered.WRONG, input);
            tellOfFailure(realm, user);
            if (entries.wrong()) {
                new FactorEntries(keycloak, realm, user, clock).tellLocked(getType(), event(realm));
            }
            return false;
        }
        entries.right();
        count(Entered.ACCEPTED, input);
        remember(user, input.getCredentialId());
        return true;
    }

    private void count(Entered entered, CredentialInput input) {
        boolean isCounted = input instanceof UserCredentialModel model && model.getNote(TotpChallenge.COUNTED) != null;
        if (!isCounted) {
            entered.count(getType());
        }
    }

    /** The direct grant's own event does not tell a wrong code from a wrong password. */
    private void tellOfFailure(RealmModel realm, UserModel user) {
        if (!isInBrowser()) {
            EventBuilder event =
                    event(realm).event(EventType.LOGIN).user(user).detail(EventDetails.SECOND_FACTOR, getType());
            ErrorEvents.tell(keycloak, event, Errors.INVALID_USER_CREDENTIALS);
        }
    }

    private EventBuilder event(RealmModel realm) {
        EventBuilder event =
                new EventBuilder(realm, keycloak, keycloak.getContext().getConnection());
        return keycloak.getContext().getClient() == null
                ? event
                : event.client(keycloak.getContext().getClient());
    }

    @Override
    public CredentialModel createCredential(RealmModel realm, UserModel user, OTPCredentialModel credential) {
        AuthenticationSessionModel login = keycloak.getContext().getAuthenticationSession();
        if (login != null && new OwnFactors(keycloak).isGuarded()) {
            NewFactor.wasSetUpIn(login);
        }
        return super.createCredential(realm, user, credential);
    }

    private void remember(UserModel user, String credentialId) {
        AuthenticationSessionModel login = keycloak.getContext().getAuthenticationSession();
        boolean isOwnLogin = login != null
                && (login.getAuthenticatedUser() == null
                        || user.getId().equals(login.getAuthenticatedUser().getId()));
        if (isOwnLogin) {
            new PassedFactors(keycloak, login, user)
                    .add(new PassedFactor(
                            user.getId(), getType(), credentialId, System.currentTimeMillis(), login.getTabId()));
        }
    }

    @Override
    public CredentialTypeMetadata getCredentialTypeMetadata(CredentialTypeMetadataContext context) {
        CredentialTypeMetadata stock = super.getCredentialTypeMetadata(context);
        OwnFactors own = new OwnFactors(keycloak);
        if (!own.isGuarded()) {
            return stock;
        }
        removal = Removal.of(keycloak, context.getUser());
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

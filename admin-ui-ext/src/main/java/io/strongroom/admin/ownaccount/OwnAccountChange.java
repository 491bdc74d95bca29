package io.strongroom.admin.ownaccount;

import io.strongroom.admin.request.Refusals;
import io.strongroom.admin.request.Sentences;
import io.strongroom.log.Log;
import io.strongroom.policy.Tenancy;
import io.strongroom.policy.store.PolicyStore;
import org.keycloak.models.AbstractKeycloakTransaction;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/**
 * Compares an administrator's own second-factor state at the start and at the end of a request, and rolls the
 * request back if the change would weaken the administrator's second factor. The second check runs just before the
 * commit, so it covers every endpoint of Keycloak's admin API.
 */
final class OwnAccountChange extends AbstractKeycloakTransaction {

    private static final Log LOG = Log.of(OwnAccountChange.class);

    private final KeycloakSession session;
    private final String realmId;
    private final String userId;
    private final Tenancy tenancy;
    private final OwnFactorState before;

    OwnAccountChange(KeycloakSession session, RealmModel realm, UserModel administrator) {
        this.session = session;
        this.realmId = realm.getId();
        this.userId = administrator.getId();
        this.tenancy = new PolicyStore(session, realm).tenancyOf(administrator);
        this.before = OwnFactorState.of(session, realm, administrator, tenancy);
    }

    @Override
    protected void commitImpl() {
        RealmModel realm = session.realms().getRealm(realmId);
        UserModel administrator = realm == null ? null : session.users().getUserById(realm, userId);
        if (administrator == null) {
            return; // they deleted their own account
        }
        session.getContext().setRealm(realm);
        if (OwnFactorState.of(session, realm, administrator, tenancy).isEasierThan(before)) {
            LOG.warnf(
                    "realm %s: refused a change by administrator %s of their own second factor through the admin API",
                    realm.getName(), userId);
            new RefusedAttempt(session).record(realm, administrator);
            throw new Refusals(new Sentences(session, realm, administrator)).forbidden("strongroomAdminNotOneself");
        }
    }

    @Override
    protected void rollbackImpl() {}
}

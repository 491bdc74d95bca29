package io.strongroom.admin.oneself;

import io.strongroom.admin.request.Refusals;
import io.strongroom.admin.request.Sentences;
import io.strongroom.log.Log;
import io.strongroom.policy.TenantPolicy;
import io.strongroom.policy.store.PolicyStore;
import org.keycloak.models.AbstractKeycloakTransaction;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/**
 * Looks at an administrator before a request and at its end, when everything it changes is there and nothing is committed yet: by
 * whichever of Keycloak's many ways a change came about, it is rolled back.
 */
final class OwnAccountChange extends AbstractKeycloakTransaction {

    private static final Log LOG = Log.of(OwnAccountChange.class);

    private final KeycloakSession session;
    private final String realmId;
    private final String userId;
    private final TenantPolicy tenant;
    private final OwnFactorState before;

    OwnAccountChange(KeycloakSession session, RealmModel realm, UserModel administrator) {
        this.session = session;
        this.realmId = realm.getId();
        this.userId = administrator.getId();
        this.tenant = new PolicyStore(session, realm).tenant();
        this.before = OwnFactorState.of(session, realm, administrator, tenant);
    }

    @Override
    protected void commitImpl() {
        RealmModel realm = session.realms().getRealm(realmId);
        UserModel administrator = realm == null ? null : session.users().getUserById(realm, userId);
        if (administrator == null) {
            return; // deleted, by themselves
        }
        session.getContext().setRealm(realm);
        if (OwnFactorState.of(session, realm, administrator, tenant).isEasierThan(before)) {
            LOG.warnf(
                    "realm %s: administrator %s tried to change what second factor they are asked for, by the admin API: refused",
                    realm.getName(), userId);
            new RefusedAttempt(session).tell(realm, administrator);
            throw new Refusals(new Sentences(session, realm, administrator)).forbidden("strongroomAdminNotOneself");
        }
    }

    @Override
    protected void rollbackImpl() {}
}

package io.strongroom.owner;

import io.strongroom.facts.FactsGatherer;
import io.strongroom.policy.Facts.Factor;
import io.strongroom.policy.TenantPolicy;
import io.strongroom.policy.store.PolicyStore;
import java.time.Clock;
import java.util.List;
import org.keycloak.authorization.fgap.AdminPermissionsSchema;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RoleModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.KeycloakModelUtils;

/** The owners of a tenant: before it can require a second factor of all, each of them must have one (T7). */
public final class Owners {

    private final KeycloakSession session;
    private final RealmModel realm;
    private final TenantPolicy tenant;

    public Owners(KeycloakSession session, RealmModel realm) {
        this(session, realm, new PolicyStore(session, realm).tenant());
    }

    /** @param tenant a policy that may not be in force yet */
    public Owners(KeycloakSession session, RealmModel realm, TenantPolicy tenant) {
        this.session = session;
        this.realm = realm;
        this.tenant = tenant;
    }

    /**
     * Owners who could not pass the tenant's rule, by user name. Enabled users only; all of them, whatever the administrator who
     * asks may see: a rule must not differ by who looks.
     */
    public List<UserModel> missing() {
        return AdminPermissionsSchema.runWithoutAuthorization(session, this::findMissing);
    }

    private List<UserModel> findMissing() {
        RoleModel role = role();
        return role == null
                ? List.of()
                : new RoleHolders(session, realm)
                        .of(role)
                        .filter(UserModel::isEnabled)
                        .filter(owner -> owner.getServiceAccountClientLink() == null)
                        .filter(owner -> !hasFactor(owner))
                        .toList();
    }

    /** Whether the role exists by which the policy knows owners. */
    public boolean areNamed() {
        return role() != null;
    }

    private RoleModel role() {
        return KeycloakModelUtils.getRoleFromString(
                session, realm, tenant.roles().owner());
    }

    private boolean hasFactor(UserModel owner) {
        return new FactsGatherer(session, realm, owner, Clock.systemUTC())
                .ofUser().factors().stream().map(Factor::method).anyMatch(tenant.methods()::contains);
    }
}

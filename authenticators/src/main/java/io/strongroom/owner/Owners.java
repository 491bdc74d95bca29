package io.strongroom.owner;

import io.strongroom.context.UserContext;
import io.strongroom.facts.FactsGatherer;
import io.strongroom.policy.Facts;
import io.strongroom.policy.Facts.Factor;
import io.strongroom.policy.TenantPolicy;
import io.strongroom.policy.store.NamedRole;
import io.strongroom.policy.store.PolicyStore;
import java.time.Clock;
import java.util.List;
import org.keycloak.authorization.fgap.AdminPermissionsSchema;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RoleModel;
import org.keycloak.models.UserModel;

/** Finds a tenant's owners. Each owner must have a factor before the tenant can require one from every user (T7). */
public final class Owners {

    private final KeycloakSession session;
    private final RealmModel realm;
    private final TenantPolicy tenant;

    public Owners(KeycloakSession session, RealmModel realm) {
        this(session, realm, new PolicyStore(session, realm).tenant());
    }

    /** @param tenant the policy to check, which may not be in force yet */
    public Owners(KeycloakSession session, RealmModel realm, TenantPolicy tenant) {
        this.session = session;
        this.realm = realm;
        this.tenant = tenant;
    }

    /**
     * Returns the enabled owners without a factor that the tenant accepts from them. Ignores the calling administrator's
     * permissions, because the result must not depend on the caller.
     */
    public List<UserModel> missing() {
        return AdminPermissionsSchema.runWithoutAuthorization(session, this::findWithoutFactor);
    }

    private List<UserModel> findWithoutFactor() {
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

    /** Checks whether the owner role that the policy names exists in the realm. */
    public boolean areNamed() {
        return role() != null;
    }

    private RoleModel role() {
        return NamedRole.of(session, realm, tenant.roles().owner()).orElse(null);
    }

    private boolean hasFactor(UserModel owner) {
        Facts facts = new FactsGatherer(new UserContext(session, realm, owner, Clock.systemUTC())).ofUser(tenant);
        return facts.factors().stream().map(Factor::method).anyMatch(facts.methods()::contains);
    }
}

package io.strongroom.owner;

import io.strongroom.context.UserContext;
import io.strongroom.facts.FactsGatherer;
import io.strongroom.policy.Facts;
import io.strongroom.policy.Facts.Factor;
import io.strongroom.policy.OrganizationRule;
import io.strongroom.policy.TenantPolicy;
import io.strongroom.policy.store.PolicyStore;
import java.time.Clock;
import java.util.List;
import org.keycloak.authorization.fgap.AdminPermissionsSchema;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/** Finds a tenant's owners. Each owner must have a factor before the tenant can require one from every user (T7). */
public final class Owners {

    private final KeycloakSession session;
    private final RealmModel realm;
    private final OwnerSource source;

    private Owners(KeycloakSession session, RealmModel realm, OwnerSource source) {
        this.session = session;
        this.realm = realm;
        this.source = source;
    }

    /** Finds the owners of a realm under the policy in force. */
    public Owners(KeycloakSession session, RealmModel realm) {
        this(session, realm, new PolicyStore(session, realm).tenant());
    }

    /** @param tenant the policy to check, which may not be in force yet */
    public Owners(KeycloakSession session, RealmModel realm, TenantPolicy tenant) {
        this(session, realm, new RealmOwners(session, realm, tenant));
    }

    /**
     * Returns the owners of an organization: its members who have the role that its policy names, or, if the policy names a
     * path that begins with a slash, the members of this group of the organization and of the groups within it.
     *
     * @param organization the policy to check, which may not be in force yet
     */
    public static Owners ofOrganization(KeycloakSession session, RealmModel realm, OrganizationRule organization) {
        return new Owners(session, realm, new OrganizationOwners(session, realm, organization));
    }

    /**
     * Returns the enabled owners without a factor that the tenant accepts from them. Ignores the calling administrator's
     * permissions, because the result must not depend on the caller.
     */
    public List<UserModel> missing() {
        return AdminPermissionsSchema.runWithoutAuthorization(session, this::findWithoutFactor);
    }

    private List<UserModel> findWithoutFactor() {
        return source.owners()
                .filter(UserModel::isEnabled)
                .filter(owner -> owner.getServiceAccountClientLink() == null)
                .filter(owner -> !hasFactor(owner))
                .toList();
    }

    /** Checks whether the role or group that the policy names exists. */
    public boolean areNamed() {
        return source.exists();
    }

    private boolean hasFactor(UserModel owner) {
        Facts facts = source.facts(new FactsGatherer(new UserContext(session, realm, owner, Clock.systemUTC())));
        return facts.factors().stream().map(Factor::method).anyMatch(facts.methods()::contains);
    }
}

package io.strongroom.owner;

import io.strongroom.facts.FactsGatherer;
import io.strongroom.policy.Facts;
import io.strongroom.policy.TenantPolicy;
import io.strongroom.policy.store.NamedRole;
import java.util.Optional;
import java.util.stream.Stream;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RoleModel;
import org.keycloak.models.UserModel;

/** The owners of a realm: the users who have the role that its policy names. */
record RealmOwners(KeycloakSession session, RealmModel realm, TenantPolicy tenant) implements OwnerSource {

    @Override
    public boolean exists() {
        return role().isPresent();
    }

    @Override
    public Stream<UserModel> owners() {
        return role().stream().flatMap(new RoleHolders(session, realm)::of);
    }

    private Optional<RoleModel> role() {
        return NamedRole.of(session, realm, tenant.roles().owner());
    }

    @Override
    public Facts facts(FactsGatherer owner) {
        return owner.ofUser(tenant);
    }
}

package io.strongroom.admin.uninstall;

import io.strongroom.guard.SecondFactorGuardFactory;
import io.strongroom.policy.store.TenantPolicyWriter;
import java.util.List;
import java.util.Optional;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** The attributes of the tenant policy, and the guard's required action. */
record PolicyArtifacts(KeycloakSession session, RealmModel realm) implements RealmArtifacts {

    @Override
    public List<String> found() {
        return new TenantPolicyWriter(session, realm).all();
    }

    @Override
    public void remove() {
        // The guard is removed first: it stores a copy of the policy and would report the policy as lost.
        Optional.ofNullable(realm.getRequiredActionProviderByAlias(SecondFactorGuardFactory.ID))
                .ifPresent(realm::removeRequiredActionProvider);
        new TenantPolicyWriter(session, realm).removeAll();
    }
}

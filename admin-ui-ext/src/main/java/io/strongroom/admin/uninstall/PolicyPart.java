package io.strongroom.admin.uninstall;

import io.strongroom.policy.store.TenantPolicyWriter;
import java.util.List;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** The tenant's policy; with it and the rooms' rules the guard leaves by itself. */
record PolicyPart(KeycloakSession session, RealmModel realm) implements Part {

    @Override
    public List<String> found() {
        return new TenantPolicyWriter(session, realm).all();
    }

    @Override
    public void remove() {
        new TenantPolicyWriter(session, realm).removeAll();
    }
}

package io.strongroom.admin.uninstall;

import io.strongroom.policy.store.MissingPolicy;
import io.strongroom.policy.store.OrganizationPolicyWriter;
import io.strongroom.policy.store.RuledOrganizations;
import java.util.List;
import java.util.stream.Stream;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.OrganizationModel;
import org.keycloak.models.RealmModel;

/** The policies of organizations. The organizations themselves are kept. */
record OrganizationArtifacts(KeycloakSession session, RealmModel realm) implements RealmArtifacts {

    @Override
    public List<String> found() {
        return ruled().map(OrganizationModel::getAlias).sorted().toList();
    }

    @Override
    public void remove() {
        ruled().forEach(organization -> new OrganizationPolicyWriter(session, realm, organization).removeAll());
        MissingPolicy.organizations(realm).forEach(id -> MissingPolicy.forget(realm, id));
    }

    private Stream<OrganizationModel> ruled() {
        RuledOrganizations organizations = new RuledOrganizations(session, realm);
        return organizations.rules().stream().flatMap(rule -> organizations.find(rule.id()).stream()).toList().stream();
    }
}

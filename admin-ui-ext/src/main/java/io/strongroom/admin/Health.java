package io.strongroom.admin;

import io.strongroom.facts.Owners;
import io.strongroom.gateway.SmsGateway;
import io.strongroom.gateway.SmsGatewayFactory;
import io.strongroom.policy.Enforcement;
import io.strongroom.policy.Method;
import io.strongroom.policy.TenantPolicy;
import io.strongroom.policy.store.PolicyStore;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.provider.ProviderFactory;

/** What an administrator of a tenant should mend. */
final class Health {

    private final KeycloakSession session;
    private final RealmModel realm;
    private final PolicyStore policies;
    private final TenantPolicy tenant;

    Health(KeycloakSession session, RealmModel realm) {
        this.session = session;
        this.realm = realm;
        this.policies = new PolicyStore(session, realm);
        this.tenant = policies.tenant();
    }

    List<Finding> findings() {
        return Stream.of(values(), placement(), gateway().stream(), sms(), owners())
                .flatMap(findings -> findings)
                .toList();
    }

    private Stream<Finding> values() {
        Stream<Finding> ofTenant = tenant.problems().stream()
                .map(problem -> new Finding("warning", problem.attribute(), problem.sentence(), Mend.VALUES.id()));
        Stream<Finding> ofGroups = policies.problemsOfGroups().stream()
                .map(problem -> new Finding("warning", problem.attribute(), problem.sentence()));
        return Stream.concat(ofTenant, ofGroups);
    }

    private Stream<Finding> placement() {
        return policies.anyPolicy() ? new PlacementFindings(session, realm, tenant).all() : Stream.empty();
    }

    /** Without a gateway nobody gets a code, administrators included. */
    private Optional<Finding> gateway() {
        if (!policies.anyPolicy() || !tenant.methods().contains(Method.SMS)) {
            return Optional.empty();
        }
        String id = tenant.sms().gateway();
        Optional<SmsGatewayFactory> factory = Optional.ofNullable(factory(id)).map(SmsGatewayFactory.class::cast);
        Optional<String> fault = factory.isPresent()
                ? factory.get().fault()
                : Optional.of(id == null ? "no gateway is the server's default" : "there is no gateway \"" + id + "\"");
        return fault.map(
                sentence -> new Finding("error", "twoFactor.sms.gateway", "Text messages cannot be sent: " + sentence));
    }

    private Stream<Finding> sms() {
        return policies.anyPolicy() ? new SmsFindings(session, realm, tenant.sms()).all() : Stream.empty();
    }

    private ProviderFactory<SmsGateway> factory(String id) {
        return id == null
                ? session.getKeycloakSessionFactory().getProviderFactory(SmsGateway.class)
                : session.getKeycloakSessionFactory().getProviderFactory(SmsGateway.class, id);
    }

    private Stream<Finding> owners() {
        return tenant.enforcement() == Enforcement.OFF
                ? Stream.empty()
                : new Owners(session, realm)
                        .missing().stream()
                                .map(owner -> new Finding(
                                        "warning",
                                        "owner " + owner.getUsername(),
                                        "The owner %s has no second factor yet".formatted(owner.getUsername())));
    }
}

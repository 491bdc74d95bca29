package io.strongroom.admin;

import io.strongroom.gateway.SmsGateway;
import io.strongroom.gateway.SmsGatewayFactory;
import io.strongroom.notify.MailServer;
import io.strongroom.owner.Owners;
import io.strongroom.policy.Enforcement;
import io.strongroom.policy.Method;
import io.strongroom.policy.TenantPolicy;
import io.strongroom.policy.store.ClientRooms;
import io.strongroom.policy.store.MissingPolicy;
import io.strongroom.policy.store.PolicyStore;
import java.time.temporal.ChronoUnit;
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
        return Stream.of(
                        lost().stream(),
                        values(),
                        placement(),
                        exit(),
                        gateway().stream(),
                        sms(),
                        numbers(),
                        mail().stream(),
                        owners(),
                        providers())
                .flatMap(findings -> findings)
                .toList();
    }

    private Stream<Finding> values() {
        Stream<Finding> ofTenant = tenant.problems().stream()
                .map(problem -> new Finding("warning", problem.attribute(), problem.sentence(), Fix.VALUES.id()));
        Stream<Finding> ofGroups = policies.problemsOfGroups().stream()
                .map(problem -> new Finding("warning", problem.attribute(), problem.sentence()));
        Stream<Finding> ofClients = new ClientRooms(session, realm)
                .problems().stream().map(problem -> new Finding("warning", problem.attribute(), problem.sentence()));
        return Stream.of(ofTenant, ofGroups, ofClients).flatMap(findings -> findings);
    }

    /** A script that writes attributes of its own switches a policy off without a word. */
    private Optional<Finding> lost() {
        return MissingPolicy.of(realm)
                .map(lost -> new Finding(
                        "error",
                        TenantPolicy.ENFORCEMENT,
                        "The policy disappeared on %s, by an update of the realm that %s"
                                .formatted(
                                        lost.noticed().truncatedTo(ChronoUnit.SECONDS),
                                        MissingPolicy.isOff(realm)
                                                ? "did not name it; nobody is asked by the tenant"
                                                : "left its enforcement blank; until it is restored, everybody is asked"),
                        Fix.LOST_POLICY.id()));
    }

    private Stream<Finding> placement() {
        return policies.anyPolicy() ? new PlacementFindings(session, realm, tenant).all() : Stream.empty();
    }

    private Stream<Finding> exit() {
        return policies.anyPolicy() ? new ExitFindings(session, realm).all() : Stream.empty();
    }

    /** Without a gateway nobody gets a code, administrators included. */
    private Optional<Finding> gateway() {
        if (!policies.anyPolicy() || !tenant.methods().contains(Method.SMS)) {
            return Optional.empty();
        }
        String id = tenant.sms().gateway();
        Optional<SmsGatewayFactory> factory = Optional.ofNullable(factory(id)).map(SmsGatewayFactory.class::cast);
        Optional<String> fault = factory.isPresent()
                ? factory.get().fault(session)
                : Optional.of(id == null ? "no gateway is the server's default" : "there is no gateway \"" + id + "\"");
        return fault.map(
                sentence -> new Finding("error", "twoFactor.sms.gateway", "Text messages cannot be sent: " + sentence));
    }

    private Stream<Finding> sms() {
        return policies.anyPolicy()
                ? Stream.concat(
                        new SmsFindings(session, realm, tenant.sms()).all(),
                        new SendingFindings(session, realm, tenant.sms()).all())
                : Stream.empty();
    }

    private Stream<Finding> numbers() {
        return policies.anyPolicy() ? new NumberFindings(session, realm, tenant).unreadable().stream() : Stream.empty();
    }

    private ProviderFactory<SmsGateway> factory(String id) {
        return id == null
                ? session.getKeycloakSessionFactory().getProviderFactory(SmsGateway.class)
                : session.getKeycloakSessionFactory().getProviderFactory(SmsGateway.class, id);
    }

    private Optional<Finding> mail() {
        boolean isMissing = policies.anyPolicy() && tenant.notifyByEmail() && !MailServer.isSetUp(realm);
        return isMissing
                ? Optional.of(new Finding(
                        "warning",
                        "smtpServer",
                        "Nobody is told about changes of their second factor: the realm has no mail server with a"
                                + " sender. Set one, or twoFactor.notifyByEmail to false"))
                : Optional.empty();
    }

    private Stream<Finding> owners() {
        if (tenant.enforcement() == Enforcement.OFF) {
            return Stream.empty();
        }
        Owners owners = new Owners(session, realm);
        return owners.areNamed()
                ? owners.missing().stream()
                        .map(owner -> new Finding(
                                "warning",
                                "owner " + owner.getUsername(),
                                "The owner %s has no second factor yet".formatted(owner.getUsername())))
                : Stream.of(new Finding(
                        "warning",
                        "twoFactor.ownerRole",
                        "There is no role \"%s\", so nobody counts as an owner"
                                .formatted(tenant.roles().owner())));
    }

    private Stream<Finding> providers() {
        return policies.anyPolicy() ? new ProviderFindings(session).of(tenant.trustedProviders()) : Stream.empty();
    }
}

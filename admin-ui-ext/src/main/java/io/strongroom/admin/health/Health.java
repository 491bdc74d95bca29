package io.strongroom.admin.health;

import io.strongroom.gateway.SmsGateway;
import io.strongroom.gateway.SmsGatewayFactory;
import io.strongroom.mail.MailServer;
import io.strongroom.owner.Owners;
import io.strongroom.policy.Enforcement;
import io.strongroom.policy.Problem;
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

/** Collects the findings of a tenant: problems that an administrator should fix. */
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
                        factors(),
                        exit(),
                        gateway().stream(),
                        sms(),
                        numbers(),
                        email(),
                        mail().stream(),
                        owners(),
                        providers(),
                        new OrganizationsHealth(session, realm).all())
                .flatMap(findings -> findings)
                .toList();
    }

    private Stream<Finding> values() {
        Stream<Finding> ofTenant =
                tenant.problems().stream().map(problem -> warning(problem).fixedBy(Fix.VALUES));
        Stream<Finding> ofGroups = policies.problemsOfGroups().stream().map(Health::warning);
        Stream<Finding> ofClients =
                new ClientRooms(session, realm).problems().stream().map(Health::warning);
        return Stream.of(ofTenant, ofGroups, ofClients).flatMap(findings -> findings);
    }

    private static Finding warning(Problem problem) {
        return Finding.warning(problem.attribute(), problem.sentence());
    }

    /** Reports a lost policy: a script that replaces the realm's attributes removes the policy silently. */
    private Optional<Finding> lost() {
        return MissingPolicy.of(realm)
                .map(lost -> Finding.error(
                                TenantPolicy.ENFORCEMENT,
                                "The policy disappeared on %s, because an update of the realm %s. Restore it"
                                        .formatted(
                                                lost.noticed().truncatedTo(ChronoUnit.SECONDS),
                                                MissingPolicy.isOff(realm)
                                                        ? "did not include it. Until it is restored, the tenant policy asks nobody for a second factor"
                                                        : "left its enforcement blank. Until it is restored, everybody is asked for a second factor"))
                        .fixedBy(Fix.LOST_POLICY));
    }

    private Stream<Finding> placement() {
        return policies.anyPolicy() ? new PlacementFindings(session, realm, tenant).all() : Stream.empty();
    }

    private Stream<Finding> factors() {
        FactorFindings factors = new FactorFindings(session, realm, tenant);
        return Stream.concat(factors.ineffective().stream(), policies.anyPolicy() ? factors.all() : Stream.empty());
    }

    private Stream<Finding> exit() {
        return policies.anyPolicy() ? new ExitFindings(session, realm).all() : Stream.empty();
    }

    /** Reports a missing gateway: without one, nobody receives a code, not even administrators. */
    private Optional<Finding> gateway() {
        if (!policies.anyPolicy() || !NumberFindings.areAccepted(tenant)) {
            return Optional.empty();
        }
        String id = tenant.sms().gateway();
        Optional<SmsGatewayFactory> factory = Optional.ofNullable(factory(id)).map(SmsGatewayFactory.class::cast);
        Optional<String> fault = factory.isPresent()
                ? factory.get().fault(session)
                : Optional.of(id == null ? "the server has no default gateway" : "there is no gateway \"" + id + "\"");
        return fault.map(reason -> Finding.error("twoFactor.sms.gateway", "Text messages cannot be sent: " + reason));
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

    private Stream<Finding> email() {
        return policies.anyPolicy() ? new EmailFindings(session, realm).all() : Stream.empty();
    }

    private ProviderFactory<SmsGateway> factory(String id) {
        return id == null
                ? session.getKeycloakSessionFactory().getProviderFactory(SmsGateway.class)
                : session.getKeycloakSessionFactory().getProviderFactory(SmsGateway.class, id);
    }

    private Optional<Finding> mail() {
        boolean isMissing = policies.anyPolicy() && tenant.notifyByEmail() && !MailServer.isSetUp(realm);
        return isMissing
                ? Optional.of(Finding.warning(
                        "smtpServer",
                        "Users get no email when their second factor changes, because the realm has no mail server with a"
                                + " sender address. Configure one, or set twoFactor.notifyByEmail to false"))
                : Optional.empty();
    }

    private Stream<Finding> owners() {
        if (tenant.enforcement() == Enforcement.OFF) {
            return Stream.empty();
        }
        Owners owners = new Owners(session, realm);
        return owners.areNamed()
                ? owners.missing().stream()
                        .map(owner -> Finding.warning(
                                "owner " + owner.getUsername(),
                                "The owner %s has no second factor yet".formatted(owner.getUsername())))
                : Stream.of(Finding.warning(
                        "twoFactor.ownerRole",
                        "There is no role \"%s\", so nobody counts as an owner. Create the role, or name another one"
                                .formatted(tenant.roles().owner())));
    }

    private Stream<Finding> providers() {
        return policies.anyPolicy() ? new ProviderFindings(session).of(tenant.trustedProviders()) : Stream.empty();
    }
}

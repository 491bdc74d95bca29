package io.strongroom.notify;

import io.strongroom.context.UserContext;
import io.strongroom.factor.Factor;
import io.strongroom.factor.Factors;
import io.strongroom.factor.LoginTenant;
import io.strongroom.facts.FactsGatherer;
import io.strongroom.notify.Notice.Kind;
import io.strongroom.notify.Notice.Subject;
import io.strongroom.policy.Clause.Challenge;
import io.strongroom.policy.Facts;
import io.strongroom.policy.Facts.Room;
import io.strongroom.policy.Method;
import io.strongroom.policy.OrganizationTenant;
import io.strongroom.policy.PolicyEvaluator;
import io.strongroom.policy.store.AcceptedMethods;
import java.util.Comparator;
import java.util.Optional;
import org.keycloak.credential.CredentialModel;

/** The factors about which a user gets e-mails. */
final class ReportedFactors {

    private final UserContext user;

    /** @param user a user of the realm of the session's context */
    ReportedFactors(UserContext user) {
        this.user = user;
    }

    /** Returns whether the user gets e-mails about this subject; true if it is not a factor. */
    boolean include(Subject subject) {
        return Factors.ofCredentialType(subject.type()).map(this::isReported).orElse(true);
    }

    private boolean isReported(Factor factor) {
        return factor.isReported(this::isAccepted);
    }

    private boolean isAccepted(Method method) {
        return AcceptedMethods.containAnywhere(method, user.session(), user.realm());
    }

    /** Returns the user's current number of factors, without backup codes. */
    int count() {
        return Math.toIntExact(facts().factors().stream()
                .filter(factor -> isReported(Factors.of(factor.method())))
                .map(Facts.Factor::credentialId)
                .distinct()
                .count());
    }

    /** Adds a new factor's label, which Keycloak's event does not contain. A number needs none. */
    Subject named(Notice notice) {
        Subject subject = notice.subject();
        return notice.kind() == Kind.ADDED && subject.number() == null
                ? subject.withName(newestLabel(subject.type()))
                : subject;
    }

    private String newestLabel(String type) {
        return user.user()
                .credentialManager()
                .getStoredCredentialsByTypeStream(type)
                .max(Comparator.comparing(CredentialModel::getCreatedDate))
                .map(CredentialModel::getUserLabel)
                .orElse(null);
    }

    /** Returns the factor that a member of a data room is asked for first; empty if they have none that it accepts. */
    Optional<Subject> askedFor(Room room) {
        return firstOf(PolicyEvaluator.acceptedBy(facts(), room)).map(subject -> subject.withRelated(room.name()));
    }

    /** Returns the factor that a member of an organization is asked for first; empty if they have none that is accepted. */
    Optional<Subject> askedFor(OrganizationTenant organization) {
        String name =
                new LoginTenant(user.realm(), organization.policy().policy().sms(), Optional.of(organization)).name();
        return firstOf(PolicyEvaluator.acceptedByTenants(facts())).map(subject -> subject.withRelated(name));
    }

    private Optional<Subject> firstOf(Challenge accepted) {
        return accepted.offered().stream()
                .min(Comparator.comparing(factor -> !factor.method().isPhishingResistant()))
                .map(this::subject);
    }

    private Subject subject(Facts.Factor factor) {
        Subject subject = Subject.ofType(factor.method().credentialType());
        return Factors.of(factor.method())
                .maskedNumber(user, factor.credentialId())
                .map(subject::withNumber)
                .orElseGet(() -> subject.withName(label(factor.credentialId())));
    }

    private String label(String credentialId) {
        CredentialModel stored = user.user().credentialManager().getStoredCredentialById(credentialId);
        return stored == null ? null : stored.getUserLabel();
    }

    private Facts facts() {
        return new FactsGatherer(user).ofUser();
    }
}

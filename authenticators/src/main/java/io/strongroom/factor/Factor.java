package io.strongroom.factor;

import io.strongroom.context.UserContext;
import io.strongroom.policy.Facts;
import io.strongroom.policy.Facts.Unusable;
import io.strongroom.policy.KnownMethod;
import io.strongroom.policy.Method;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.keycloak.credential.CredentialModel;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * A kind of second factor. Each has a package of its own, and everything else reads only this interface: the guard, the
 * account console, lists, reports, tokens and e-mails. Implementations are registered as services of
 * {@link KnownMethod}.
 */
public interface Factor extends KnownMethod {

    /**
     * A user whose factors are read.
     *
     * @param credentials all of the user's credentials, in the user's order
     * @param accepted    the methods that the tenant, one of the user's roles or a data room accepts
     * @param login       the login in which a factor would be used; empty outside of a login
     */
    record Holder(
            UserContext user,
            List<CredentialModel> credentials,
            Set<Method> accepted,
            Optional<AuthenticationSessionModel> login) {

        public Stream<CredentialModel> credentialsOf(String type) {
            return credentials.stream().filter(credential -> type.equals(credential.getType()));
        }
    }

    /** A user's factors of one kind, and whether one of them exists but can't be used. */
    record Held(List<Facts.Factor> factors, Unusable unusable) {

        public static Held usable(Stream<Facts.Factor> factors) {
            return new Held(factors.toList(), Unusable.NONE);
        }
    }

    /** Returns the user's factors of this kind. */
    default Held held(Holder holder) {
        return Held.usable(holder.credentialsOf(type()).map(stored -> Facts.Factor.own(method(), stored.getId())));
    }

    /** Returns how lists find the users who have this factor. */
    default Holding heldBy() {
        return Holding.ofCredential(method());
    }

    /** Returns the type of the credential that stores this factor. */
    default String type() {
        return method().credentialType();
    }

    /** Returns the challenge; empty if the user's factors have been removed since they were offered. */
    Optional<FactorChallenge> challenge(ChallengeRequest request);

    FactorStep enrolment(EnrolmentRequest request);

    /** Returns whether a user without this factor can set it up while they log in. */
    default boolean canBeSetUpAtLogin() {
        return true;
    }

    /** Returns the provider id of the required action that sets up this factor. */
    String setUpAction();

    /** Returns the id of the authentication flow step that asks for this factor. */
    String flowStep();

    /** Returns the methods as which a passed factor of this type counts. */
    default Set<Method> countsAs(PassedFactor passed) {
        return Set.of(method());
    }

    /** Returns the {@code amr} values (RFC 8176) for a passed factor of this type. */
    default List<String> amr(PassedFactor passed) {
        return List.of("otp");
    }

    /** Returns the keys of the failure counters of the user's factors of this kind. */
    default Stream<String> lockKeys(UserContext user) {
        return user.user()
                .credentialManager()
                .getStoredCredentialsByTypeStream(type())
                .map(CredentialModel::getId);
    }
}

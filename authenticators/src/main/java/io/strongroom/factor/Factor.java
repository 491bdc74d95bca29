package io.strongroom.factor;

import io.strongroom.context.UserContext;
import io.strongroom.policy.Facts;
import io.strongroom.policy.Facts.Unusable;
import io.strongroom.policy.KnownMethod;
import io.strongroom.policy.Method;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
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

    /** Returns the key of a message that says why the user's factors of this kind can't be used in a login; empty if they can. */
    default Optional<String> obstacle(UserContext user, AuthenticationSessionModel login) {
        return Optional.empty();
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

    /** Returns the provider id of the required action that sets up this factor; empty if there is nothing to set up. */
    Optional<String> setUpAction();

    /** Returns the id of the authentication flow step that asks for this factor; empty if there is none. */
    Optional<String> flowStep();

    /** Returns the methods as which a passed factor of this type counts. */
    default Set<Method> countsAs(PassedFactor passed) {
        return Set.of(method());
    }

    /** Returns the {@code amr} values (RFC 8176) for a passed factor of this type. */
    default List<String> amr(PassedFactor passed) {
        return List.of("otp");
    }

    /** Returns the key of the message that names this factor. */
    default String nameKey() {
        return "strongroomFactor-" + method().word();
    }

    /** Returns whether users enter a code to pass this factor. */
    default boolean isCode() {
        return true;
    }

    /**
     * Returns whether users are notified of changes to factors of this kind.
     *
     * @param accepted checks whether any rule of the realm accepts a method
     */
    default boolean isReported(Predicate<Method> accepted) {
        return true;
    }

    /** Returns the masked phone number of one of the user's factors; empty if it is no number. */
    default Optional<String> maskedNumber(UserContext user, String credentialId) {
        return Optional.empty();
    }

    /** Returns a text that identifies a stored factor of this kind, and changes with it. */
    default String identity(CredentialModel stored) {
        return stored.getId();
    }

    /** Returns the ids of the user's factors of this kind that are not stored as credentials. */
    default Stream<String> notStored(UserContext user) {
        return Stream.empty();
    }

    /** Returns the keys of the failure counters of the user's factors of this kind. */
    default Stream<String> lockKeys(UserContext user) {
        return user.user()
                .credentialManager()
                .getStoredCredentialsByTypeStream(type())
                .map(CredentialModel::getId);
    }
}

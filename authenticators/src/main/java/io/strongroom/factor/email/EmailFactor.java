package io.strongroom.factor.email;

import com.google.auto.service.AutoService;
import io.strongroom.context.UserContext;
import io.strongroom.factor.ChallengeRequest;
import io.strongroom.factor.EnrolmentRequest;
import io.strongroom.factor.Factor;
import io.strongroom.factor.FactorChallenge;
import io.strongroom.factor.FactorStep;
import io.strongroom.factor.Holding;
import io.strongroom.factor.email.EmailUse.Obstacle;
import io.strongroom.policy.Facts;
import io.strongroom.policy.Facts.Unusable;
import io.strongroom.policy.KnownMethod;
import io.strongroom.policy.Method;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * Codes by e-mail to the user's verified address, where a rule accepts them. There is nothing to set up: a user has this
 * factor as soon as the address is verified.
 */
@AutoService(KnownMethod.class)
public final class EmailFactor implements Factor {

    static final String WORD = "email";

    public static final Method METHOD = new Method(WORD, EmailChallenge.TYPE, 10);

    private static final String NO_ROOM = null;

    @Override
    public Method method() {
        return METHOD;
    }

    /**
     * An address to which no code is sent still counts as a factor: neither the password nor a link from the mailbox may
     * be enough to replace it.
     */
    @Override
    public Held held(Holder holder) {
        if (!holder.accepted().contains(METHOD)) {
            return Held.usable(Stream.empty());
        }
        EmailUse use = use(holder);
        List<Facts.Factor> factors = use.usable().stream()
                .map(address -> new Facts.Factor(METHOD, address.id(), NO_ROOM, true))
                .toList();
        return new Held(factors, use.obstacle().isPresent() ? Unusable.IN_PROFILE : Unusable.NONE);
    }

    private static EmailUse use(Holder holder) {
        return holder.login()
                .map(login -> EmailUse.in(login, holder.user()))
                .orElseGet(() -> EmailUse.of(holder.user()));
    }

    @Override
    public Optional<String> obstacle(UserContext user, AuthenticationSessionModel login) {
        return EmailUse.in(login, user).obstacle().map(Obstacle::messageKey);
    }

    @Override
    public Optional<FactorChallenge> challenge(ChallengeRequest request) {
        List<String> accepted = request.credentialsOf(METHOD);
        return EmailAddress.verifiedOf(request.step().user())
                .filter(address -> accepted.contains(address.id()))
                .map(address -> new EmailChallenge(
                        request.step(),
                        request.tenant().sms(),
                        address,
                        request.roomName().orElse(null),
                        request.clock()));
    }

    /** A changed address is another factor, so it ends remembered browsers where the tenant accepts e-mail. */
    @Override
    public Stream<String> notStored(UserContext user) {
        return user.tenant().accepts(METHOD)
                ? EmailAddress.verifiedOf(user.user()).stream().map(EmailAddress::id)
                : Stream.empty();
    }

    @Override
    public Holding heldBy() {
        return new Holding(Holding.Place.VERIFIED_EMAIL, Set.of(METHOD));
    }

    @Override
    public boolean canBeSetUpAtLogin() {
        return false;
    }

    @Override
    public FactorStep enrolment(EnrolmentRequest request) {
        throw new IllegalStateException("there is nothing to set up");
    }

    @Override
    public Optional<String> setUpAction() {
        return Optional.empty();
    }

    @Override
    public Optional<String> flowStep() {
        return Optional.empty();
    }

    @Override
    public Stream<String> lockKeys(UserContext user) {
        return EmailAddress.verifiedOf(user.user()).stream().map(EmailAddress::fingerprint);
    }
}

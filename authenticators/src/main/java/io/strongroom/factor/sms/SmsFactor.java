package io.strongroom.factor.sms;

import com.google.auto.service.AutoService;
import io.strongroom.context.UserContext;
import io.strongroom.factor.ChallengeRequest;
import io.strongroom.factor.EnrolmentRequest;
import io.strongroom.factor.Factor;
import io.strongroom.factor.FactorChallenge;
import io.strongroom.factor.FactorStep;
import io.strongroom.factor.Holding;
import io.strongroom.factor.OtherSessions;
import io.strongroom.factor.PassedFactor;
import io.strongroom.factor.StepResult;
import io.strongroom.factor.sms.attribute.PhoneNumberAttribute;
import io.strongroom.policy.Facts;
import io.strongroom.policy.Facts.Unusable;
import io.strongroom.policy.KnownMethod;
import io.strongroom.policy.Method;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.credential.CredentialModel;

/** Codes by text message to a stored number or to the one in the user's profile. */
@AutoService(KnownMethod.class)
public final class SmsFactor implements Factor {

    @Override
    public Method method() {
        return Method.SMS;
    }

    @Override
    public Held held(Holder holder) {
        Stream<Facts.Factor> stored = holder.credentialsOf(SmsCredential.TYPE)
                .map(SmsCredential::of)
                .flatMap(Optional::stream)
                .filter(SmsCredential::isTrusted)
                .map(number -> new Facts.Factor(Method.SMS, number.id(), number.dataRoom()));
        Stream<Facts.Factor> fromProfile = new SmsCredentials(holder.user())
                .fromProfile().stream()
                        .map(number -> new Facts.Factor(Method.SMS, number.id(), number.dataRoom(), true));
        return new Held(Stream.concat(stored, fromProfile).toList(), unusable(holder));
    }

    @Override
    public Holding heldBy() {
        return new Holding(Holding.Place.PHONE_NUMBER, Set.of(Method.SMS));
    }

    /** An unreadable number in the profile counts only if the tenant or a data room accepts text messages. */
    private static Unusable unusable(Holder holder) {
        if (holder.credentialsOf(SmsCredential.TYPE)
                .anyMatch(stored -> SmsCredential.of(stored)
                        .filter(SmsCredential::isTrusted)
                        .isEmpty())) {
            return Unusable.STORED;
        }
        return holder.accepted().contains(Method.SMS)
                        && new PhoneNumberAttribute(
                                        holder.user().session(), holder.user().user())
                                .isUnreadable()
                ? Unusable.IN_PROFILE
                : Unusable.NONE;
    }

    /** Returns the challenge for the first number that is not locked, or for a locked one if all are locked. */
    @Override
    public Optional<FactorChallenge> challenge(ChallengeRequest request) {
        List<SmsCredential> numbers = new SmsCredentials(request.step().context(request.clock())).trusted();
        return request.credentialsOf(Method.SMS).stream()
                .flatMap(id -> numbers.stream().filter(number -> number.id().equals(id)))
                .map(number -> new SmsChallenge(
                        request.step(),
                        request.tenant().sms(),
                        number,
                        request.roomName().orElse(null),
                        request.clock()))
                .min(Comparator.comparing(SmsChallenge::isLocked))
                .map(FactorChallenge.class::cast);
    }

    @Override
    public FactorStep enrolment(EnrolmentRequest request) {
        SmsEnrolment sms = new SmsEnrolment(
                request.step(),
                request.tenant().sms(),
                request.roomName().orElse(null),
                EnrolmentRequest.NOT_CANCELLABLE,
                request.clock());
        return FactorStep.of(sms::show, () -> endOtherSessionsIfPassed(request.context(), sms.process()));
    }

    private static StepResult endOtherSessionsIfPassed(RequiredActionContext context, StepResult result) {
        if (result instanceof StepResult.Passed) {
            OtherSessions.endIfRequested(context);
        }
        return result;
    }

    @Override
    public Optional<String> setUpAction() {
        return Optional.of(SmsEnrolActionFactory.ID);
    }

    @Override
    public Optional<String> flowStep() {
        return Optional.of(SmsOtpAuthenticatorFactory.ID);
    }

    @Override
    public List<String> amr(PassedFactor passed) {
        return List.of("sms");
    }

    @Override
    public Optional<String> maskedNumber(UserContext user, String credentialId) {
        return new SmsCredentials(user)
                .trusted(credentialId)
                .map(sms -> sms.number().masked().shown());
    }

    /** Includes the number, which can change without a new credential. */
    @Override
    public String identity(CredentialModel stored) {
        return stored.getId()
                + SmsCredential.of(stored).map(sms -> sms.number().e164()).orElse("");
    }

    @Override
    public Stream<String> notStored(UserContext user) {
        return new SmsCredentials(user).fromProfile().stream().map(SmsCredential::id);
    }

    @Override
    public Stream<String> lockKeys(UserContext user) {
        return new SmsCredentials(user)
                .trusted().stream().map(SmsCredential::authenticator).distinct();
    }
}

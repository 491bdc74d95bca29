package io.strongroom.guard;

import io.strongroom.factor.LoginStep;
import io.strongroom.factor.Outcome;
import io.strongroom.factor.sms.SmsChallenge;
import io.strongroom.factor.sms.SmsCredential;
import io.strongroom.factor.sms.SmsCredentials;
import io.strongroom.factor.sms.SmsEnrolment;
import io.strongroom.factor.totp.TotpChallenge;
import io.strongroom.factor.totp.TotpEnrolment;
import io.strongroom.policy.Clause;
import io.strongroom.policy.Clause.Challenge;
import io.strongroom.policy.Clause.Enrol;
import io.strongroom.policy.Facts.Factor;
import io.strongroom.policy.Facts.Room;
import io.strongroom.policy.Method;
import io.strongroom.policy.SmsRules;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.keycloak.authentication.RequiredActionContext;

/** Deals with one open clause, by the method the user chose among those it accepts. */
final class ClauseStep {

    private final RequiredActionContext context;
    private final LoginStep step;
    private final Clause clause;
    private final SmsRules smsRules;
    private final Clock clock;

    ClauseStep(RequiredActionContext context, LoginStep step, Clause clause, SmsRules smsRules, Clock clock) {
        this.context = context;
        this.step = step;
        this.clause = clause;
        this.smsRules = smsRules;
        this.clock = clock;
    }

    /** A factor's part in a step: to be shown, or to take what was entered. */
    private record Part(Supplier<Outcome> show, Supplier<Outcome> process) {}

    Outcome show() {
        return part().show().get();
    }

    Outcome process() {
        return MethodChoice.isChanged(step) ? show() : part().process().get();
    }

    private Part part() {
        if (clause.way() instanceof Challenge challenge) {
            Set<Method> accepted =
                    challenge.factors().stream().map(Factor::method).collect(Collectors.toSet());
            return challenge(challenge, MethodChoice.of(step, accepted).orElseGet(() -> first(accepted)), accepted);
        }
        if (clause.way() instanceof Enrol enrol) {
            return MethodChoice.of(step, enrol.methods())
                    .map(method -> enrolment(method, enrol.methods()))
                    .orElseGet(() -> alwaysShow(chooser(enrol.methods())));
        }
        return alwaysShow(refusal());
    }

    private Part challenge(Challenge challenge, Method method, Set<Method> accepted) {
        LoginStep offering = offeringOthers(method, accepted);
        return switch (method) {
            case SMS ->
                numberOf(challenge)
                        .map(number -> new SmsChallenge(offering, smsRules, number, roomName(), clock))
                        .map(sms -> new Part(sms::show, sms::process))
                        .orElseGet(() -> alwaysShow(refusal()));
            case TOTP -> {
                TotpChallenge totp = new TotpChallenge(offering, appsOf(challenge), clock);
                yield new Part(totp::show, totp::process);
            }
        };
    }

    private Part enrolment(Method method, Set<Method> accepted) {
        return switch (method) {
            case SMS -> {
                SmsEnrolment sms =
                        new SmsEnrolment(offeringOthers(method, accepted), smsRules, roomName(), false, clock);
                yield new Part(sms::show, sms::process);
            }
            case TOTP -> {
                TotpEnrolment totp =
                        new TotpEnrolment(context, SecondFactorGuardFactory.of(context.getSession()), clock);
                yield new Part(totp::show, totp::process);
            }
        };
    }

    private Optional<SmsCredential> numberOf(Challenge challenge) {
        List<SmsCredential> numbers = new SmsCredentials(context.getUser(), clock).trusted();
        return challenge.factors().stream()
                .filter(factor -> factor.method() == Method.SMS)
                .flatMap(factor -> numbers.stream().filter(number -> number.id().equals(factor.credentialId())))
                .findFirst();
    }

    private static List<String> appsOf(Challenge challenge) {
        return challenge.factors().stream()
                .filter(factor -> factor.method() == Method.TOTP)
                .map(Factor::credentialId)
                .toList();
    }

    private LoginStep offeringOthers(Method method, Set<Method> accepted) {
        Set<Method> others = EnumSet.copyOf(accepted);
        others.remove(method);
        return step.with("otherMethods", MethodChoice.offers(others));
    }

    private Outcome chooser(Set<Method> methods) {
        return new Outcome.Show(step.page()
                .setAttribute("otherMethods", MethodChoice.offers(methods))
                .createForm("strongroom-choose.ftl"));
    }

    private Outcome refusal() {
        return new Outcome.Show(clause.room()
                .map(room -> RefusedPage.of(step, "strongroomRefusedNoNumber", room.name()))
                .orElseGet(() -> RefusedPage.of(step, "strongroomRefusedNoMethod")));
    }

    private String roomName() {
        return clause.room().map(Room::name).orElse(null);
    }

    private static Method first(Set<Method> methods) {
        return methods.stream().sorted().findFirst().orElseThrow();
    }

    private static Part alwaysShow(Outcome outcome) {
        return new Part(() -> outcome, () -> outcome);
    }
}

package io.strongroom.guard;

import io.strongroom.factor.LoginStep;
import io.strongroom.factor.Outcome;
import io.strongroom.factor.backupcode.BackupCodeChallenge;
import io.strongroom.factor.backupcode.BackupCodes;
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
import io.strongroom.policy.Reason;
import io.strongroom.policy.TenantPolicy;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.forms.login.LoginFormsProvider;

/** Deals with one open clause, by the method the user chose among those it accepts. */
final class ClauseStep {

    private final RequiredActionContext context;
    private final LoginStep step;
    private final Clause clause;
    private final TenantPolicy tenant;
    private final Clock clock;

    ClauseStep(RequiredActionContext context, LoginStep step, Clause clause, TenantPolicy tenant, Clock clock) {
        this.context = context;
        this.step = step;
        this.clause = clause;
        this.tenant = tenant;
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
            List<Choice> offered = choices(challenge);
            return challenge(challenge, MethodChoice.of(step, offered).orElse(offered.get(0)), offered);
        }
        if (clause.way() instanceof Enrol enrol) {
            return enrolment(enrol);
        }
        return alwaysShow(refusal());
    }

    /** Last used first; a backup code last, since it can be used once only. */
    private List<Choice> choices(Challenge challenge) {
        Stream<Choice> methods =
                challenge.factors().stream().map(Factor::method).distinct().map(Choice::of);
        boolean hasCodes = new BackupCodes(context.getSession(), context.getRealm(), context.getUser()).left() > 0;
        return Stream.concat(methods, hasCodes ? Stream.of(Choice.BACKUP) : Stream.empty())
                .toList();
    }

    private Part challenge(Challenge challenge, Choice choice, List<Choice> offered) {
        LoginStep page = step.with("otherMethods", MethodChoice.othersThan(choice, offered))
                .with("rememberBrowserDays", canBeRemembered() ? tenant.rememberBrowserDays() : 0);
        return switch (choice) {
            case SMS ->
                numberOf(challenge)
                        .map(number -> new SmsChallenge(page, tenant.sms(), number, roomName(), clock))
                        .map(sms -> new Part(sms::show, sms::process))
                        .orElseGet(() -> alwaysShow(refusal()));
            case TOTP -> {
                TotpChallenge totp = new TotpChallenge(page, appsOf(challenge), clock);
                yield new Part(totp::show, totp::process);
            }
            case BACKUP -> {
                BackupCodeChallenge backup = new BackupCodeChallenge(page, clock);
                yield new Part(backup::show, backup::process);
            }
        };
    }

    /** A remembered browser does for the tenant's rule only, and only what met that rule makes one. */
    boolean canBeRemembered() {
        boolean isTenants = clause.room().isEmpty()
                && (clause.reason() == Reason.TENANT_REQUIRES
                        || clause.reason() == Reason.ROLE_REQUIRES
                        || clause.reason() == Reason.USER_SET_UP_A_FACTOR);
        return isTenants
                && tenant.rememberBrowserDays() > 0
                && clause.way() instanceof Challenge challenge
                && challenge.factors().stream().map(Factor::method).allMatch(tenant.methods()::contains);
    }

    private Part enrolment(Enrol enrol) {
        FreshLogin fresh = new FreshLogin(context);
        if (fresh.isMissing()) {
            return alwaysShow(() -> new Outcome.Show(fresh.begin()));
        }
        List<Choice> offered = enrol.methods().stream().sorted().map(Choice::of).toList();
        Optional<Choice> chosen = MethodChoice.of(step, offered);
        if (chosen.isEmpty() && (offered.size() > 1 || enrol.laterUntil().isPresent())) {
            return alwaysShow(() -> chooser(enrol, offered));
        }
        Choice choice = chosen.orElse(offered.get(0));
        LoginStep offering = step.with("otherMethods", MethodChoice.othersThan(choice, offered));
        if (choice == Choice.SMS) {
            SmsEnrolment sms = new SmsEnrolment(offering, tenant.sms(), roomName(), false, clock);
            return new Part(sms::show, sms::process);
        }
        TotpEnrolment totp =
                new TotpEnrolment(context, offering, SecondFactorGuardFactory.of(context.getSession()), clock);
        return new Part(totp::show, totp::process);
    }

    private Optional<SmsCredential> numberOf(Challenge challenge) {
        List<SmsCredential> numbers = new SmsCredentials(context.getSession(), context.getUser(), clock).trusted();
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

    private Outcome chooser(Enrol enrol, List<Choice> offered) {
        LoginFormsProvider form = step.page().setAttribute("otherMethods", MethodChoice.models(offered));
        enrol.laterUntil().ifPresent(until -> form.setAttribute("laterUntil", Later.dayOf(until, step)));
        return new Outcome.Show(form.createForm("strongroom-choose.ftl"));
    }

    private Supplier<Outcome> refusal() {
        if (clause.reason() == Reason.FACTORS_CHANGE) {
            return () -> new Outcome.Show(RefusedPage.of(step, "strongroomRefusedChange"));
        }
        return () -> new Outcome.Show(clause.room()
                .map(room -> RefusedPage.of(step, "strongroomRefusedNoNumber", room.name()))
                .orElseGet(() -> RefusedPage.of(step, "strongroomRefusedNoMethod")));
    }

    private String roomName() {
        return clause.room().map(Room::name).orElse(null);
    }

    private static Part alwaysShow(Supplier<Outcome> outcome) {
        return new Part(outcome, outcome);
    }
}

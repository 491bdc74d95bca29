package io.strongroom.guard;

import io.strongroom.factor.LoginStep;
import io.strongroom.factor.OtherSessions;
import io.strongroom.factor.StepResult;
import io.strongroom.factor.sms.SmsEnrolment;
import io.strongroom.factor.totp.TotpEnrolment;
import io.strongroom.policy.Clause;
import io.strongroom.policy.Clause.Challenge;
import io.strongroom.policy.Clause.Enrol;
import io.strongroom.policy.Facts.Factor;
import io.strongroom.policy.Facts.Room;
import io.strongroom.policy.Reason;
import io.strongroom.policy.TenantPolicy;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
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

    StepResult show() {
        return part().show().get();
    }

    StepResult process() {
        return MethodChoice.isChanged(step) ? show() : part().process().get();
    }

    private FactorStep part() {
        if (clause.way() instanceof Challenge challenge) {
            return challenge(challenge);
        }
        if (clause.way() instanceof Enrol enrol) {
            return enrolment(enrol);
        }
        return FactorStep.alwaysShow(refusal());
    }

    private FactorStep challenge(Challenge challenge) {
        FactorSteps parts = new FactorSteps(challenge, tenant.sms(), roomName(), clock);
        List<Choice> offered = parts.choices(step);
        Choice choice = MethodChoice.of(step, offered).orElse(offered.get(0));
        LoginStep page = step.with("otherMethods", MethodChoice.othersThan(choice, offered))
                .with("rememberBrowserDays", canBeRemembered() ? tenant.rememberBrowserDays() : 0);
        return parts.part(choice, page).orElseGet(() -> FactorStep.alwaysShow(refusal()));
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

    private FactorStep enrolment(Enrol enrol) {
        FreshLogin fresh = new FreshLogin(context);
        if (fresh.isMissing()) {
            return FactorStep.alwaysShow(() -> new StepResult.Show(fresh.begin()));
        }
        List<Choice> offered = enrol.methods().stream().sorted().map(Choice::of).toList();
        Optional<Choice> chosen = MethodChoice.of(step, offered);
        if (chosen.isEmpty() && (offered.size() > 1 || enrol.laterUntil().isPresent())) {
            return FactorStep.alwaysShow(() -> chooser(enrol, offered));
        }
        Choice choice = chosen.orElse(offered.get(0));
        LoginStep offering = step.with("otherMethods", MethodChoice.othersThan(choice, offered));
        if (choice == Choice.SMS) {
            SmsEnrolment sms = new SmsEnrolment(offering, tenant.sms(), roomName(), false, clock);
            return new FactorStep(sms::show, () -> ended(sms.process()));
        }
        TotpEnrolment totp = new TotpEnrolment(context, offering, false, clock);
        return new FactorStep(totp::show, totp::process);
    }

    private StepResult ended(StepResult outcome) {
        if (outcome instanceof StepResult.Passed) {
            OtherSessions.endIfWanted(context);
        }
        return outcome;
    }

    private StepResult chooser(Enrol enrol, List<Choice> offered) {
        LoginFormsProvider form = step.page().setAttribute("otherMethods", MethodChoice.models(offered));
        enrol.laterUntil()
                .ifPresent(until -> form.setAttribute("laterUntil", Postponement.dayOf(until, step))
                        .setAttribute("laterDays", Postponement.daysLeft(until, clock.instant())));
        return new StepResult.Show(form.createForm("strongroom-choose.ftl"));
    }

    private Supplier<StepResult> refusal() {
        if (clause.reason() == Reason.IMPERSONATED) {
            ImpersonationEvents.tellRefused(context);
            return () -> new StepResult.Show(RefusedPage.ofImpersonator(step));
        }
        if (clause.reason() == Reason.FACTORS_CHANGE) {
            return () -> new StepResult.Show(RefusedPage.of(step, "strongroomRefusedChange"));
        }
        return () -> new StepResult.Show(clause.room()
                .map(room -> RefusedPage.of(step, "strongroomRefusedNoNumber", room.name()))
                .orElseGet(() -> RefusedPage.of(step, "strongroomRefusedNoMethod")));
    }

    private String roomName() {
        return clause.room().map(Room::name).orElse(null);
    }
}

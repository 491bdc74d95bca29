package io.strongroom.guard;

import io.strongroom.factor.EnrolmentRequest;
import io.strongroom.factor.FactorStep;
import io.strongroom.factor.Factors;
import io.strongroom.factor.LoginStep;
import io.strongroom.factor.StepResult;
import io.strongroom.policy.Clause;
import io.strongroom.policy.Clause.Challenge;
import io.strongroom.policy.Clause.Enrol;
import io.strongroom.policy.Facts;
import io.strongroom.policy.Facts.Factor;
import io.strongroom.policy.Facts.Room;
import io.strongroom.policy.Reason;
import io.strongroom.policy.TenantPolicy;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.forms.login.LoginFormsProvider;

/** Handles one open clause, using the method that the user selected from those it accepts. */
final class ClauseStep {

    private final RequiredActionContext context;
    private final LoginStep step;
    private final Clause clause;
    private final TenantPolicy tenant;
    private final Facts facts;
    private final Clock clock;

    ClauseStep(RequiredActionContext context, LoginStep step, Clause clause, Facts facts, Clock clock) {
        this.context = context;
        this.step = step;
        this.clause = clause;
        this.tenant = facts.tenant();
        this.facts = facts;
        this.clock = clock;
    }

    StepResult show() {
        return factorStep().show();
    }

    StepResult process() {
        return MethodChoice.storeSubmitted(step) ? show() : factorStep().process();
    }

    private FactorStep factorStep() {
        if (clause.way() instanceof Challenge challenge) {
            return challenge(challenge);
        }
        if (clause.way() instanceof Enrol enrol) {
            return enrolment(enrol);
        }
        return FactorStep.alwaysShow(refusal());
    }

    private FactorStep challenge(Challenge challenge) {
        FactorSteps steps = new FactorSteps(challenge, tenant, roomName(), clock);
        List<Choice> offered = steps.choices(step);
        Choice choice = MethodChoice.of(step, offered).orElse(offered.get(0));
        LoginStep page = step.with("otherMethods", MethodChoice.othersThan(choice, offered))
                .with("rememberBrowserDays", canBeRemembered() ? tenant.rememberBrowserDays() : 0);
        return steps.of(choice, page).<FactorStep>map(found -> found).orElseGet(() -> FactorStep.alwaysShow(refusal()));
    }

    /**
     * Checks whether the browser can be remembered after this clause. A remembered browser satisfies only the
     * tenant's rule, so only a factor that satisfies that rule can create one.
     */
    boolean canBeRemembered() {
        boolean isTenantRule = clause.room().isEmpty()
                && (clause.reason() == Reason.TENANT_REQUIRES
                        || clause.reason() == Reason.ROLE_REQUIRES
                        || clause.reason() == Reason.USER_SET_UP_A_FACTOR);
        return isTenantRule
                && tenant.rememberBrowserDays() > 0
                && clause.way() instanceof Challenge challenge
                && challenge.factors().stream().map(Factor::method).allMatch(facts.methods()::contains);
    }

    private FactorStep enrolment(Enrol enrol) {
        FreshLogin freshLogin = new FreshLogin(context);
        if (freshLogin.isRequired()) {
            return FactorStep.alwaysShow(() -> new StepResult.Show(freshLogin.start()));
        }
        List<Choice> offered = enrol.methods().stream()
                .sorted()
                .filter(method -> Factors.of(method).canBeSetUpAtLogin())
                .map(Choice::of)
                .toList();
        if (offered.isEmpty()) {
            return FactorStep.alwaysShow(refusal());
        }
        Optional<Choice> selected = MethodChoice.of(step, offered);
        if (selected.isEmpty() && (offered.size() > 1 || enrol.laterUntil().isPresent())) {
            return FactorStep.alwaysShow(() -> methodPage(enrol, offered));
        }
        Choice choice = selected.orElse(offered.get(0));
        LoginStep page = step.with("otherMethods", MethodChoice.othersThan(choice, offered));
        return Factors.of(choice.method().orElseThrow())
                .enrolment(new EnrolmentRequest(context, page, tenant, roomName(), clock));
    }

    private StepResult methodPage(Enrol enrol, List<Choice> offered) {
        LoginFormsProvider form = step.page().setAttribute("otherMethods", MethodChoice.options(offered));
        enrol.laterUntil()
                .ifPresent(until -> form.setAttribute("laterUntil", Postponement.lastDay(until, step))
                        .setAttribute("laterDays", Postponement.daysLeft(until, clock.instant())));
        return new StepResult.Show(form.createForm("strongroom-choose.ftl"));
    }

    private Supplier<StepResult> refusal() {
        if (clause.reason() == Reason.IMPERSONATED) {
            ImpersonationEvents.emitRefused(context);
            return () -> new StepResult.Show(RefusedPage.forImpersonator(step));
        }
        if (clause.reason() == Reason.FACTORS_CHANGE) {
            return () -> new StepResult.Show(RefusedPage.of(step, "strongroomRefusedChange"));
        }
        Optional<String> obstacle = obstacle();
        if (obstacle.isPresent()) {
            return () -> new StepResult.Show(RefusedPage.of(step, obstacle.get()));
        }
        if (isRefusedToRole()) {
            return () -> new StepResult.Show(RefusedPage.of(step, "strongroomRefusedRole", acceptedNames()));
        }
        return () -> new StepResult.Show(clause.room()
                .map(room -> RefusedPage.of(step, "strongroomRefusedNoNumber", room.name()))
                .orElseGet(() -> RefusedPage.of(step, "strongroomRefusedNoMethod")));
    }

    /** Returns the key of a message that says why an accepted factor of the user's can't be used in this login. */
    private Optional<String> obstacle() {
        return Stream.concat(
                        facts.methods().stream(),
                        facts.rooms().stream().flatMap(room -> room.policy().methods().stream()))
                .distinct()
                .map(Factors::of)
                .flatMap(factor -> factor.obstacle(step.context(clock), step.login()).stream())
                .findFirst();
    }

    /** Checks whether the user has only factors that are weaker than those the user's role needs. */
    private boolean isRefusedToRole() {
        return clause.room().isEmpty()
                && facts.user().heldTo().isPresent()
                && !facts.factors().isEmpty();
    }

    private String acceptedNames() {
        return facts.methods().stream()
                .sorted()
                .map(method -> step.form().get().getMessage(Factors.of(method).nameKey()))
                .collect(Collectors.joining(", "));
    }

    /** Returns the name of the data room whose rule applies, or empty for a rule of the tenant. */
    private Optional<String> roomName() {
        return clause.room().map(Room::name);
    }
}

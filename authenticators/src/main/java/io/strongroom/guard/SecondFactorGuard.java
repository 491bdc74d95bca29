package io.strongroom.guard;

import io.strongroom.context.UserContext;
import io.strongroom.factor.ErrorEvents;
import io.strongroom.factor.EventDetails;
import io.strongroom.factor.LoginStep;
import io.strongroom.factor.LoginStep.Input;
import io.strongroom.factor.PassedFactor;
import io.strongroom.factor.PassedFactors;
import io.strongroom.factor.StepResult;
import io.strongroom.factor.browser.RememberedBrowsers;
import io.strongroom.facts.FactsGatherer;
import io.strongroom.facts.GatheredFacts;
import io.strongroom.policy.Clause;
import io.strongroom.policy.Decision;
import io.strongroom.policy.Facts;
import io.strongroom.policy.PolicyEvaluator;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import org.keycloak.authentication.AuthenticatorUtil;
import org.keycloak.authentication.InitiatedActionSupport;
import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.authentication.RequiredActionProvider;
import org.keycloak.authentication.authenticators.util.AuthenticatorUtils;
import org.keycloak.events.Errors;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;
import org.keycloak.services.managers.BruteForceProtector;
import org.keycloak.services.messages.Messages;

/**
 * The required action that every login must complete in a realm with a policy. It evaluates the policy on each
 * request and trusts nothing in a form except the code.
 */
final class SecondFactorGuard implements RequiredActionProvider {

    private final Clock clock;

    SecondFactorGuard(Clock clock) {
        this.clock = clock;
    }

    /**
     * Returns {@code SUPPORTED}. Keycloak skips unsupported actions, so {@code kc_action=second-factor} would
     * otherwise bypass the guard.
     */
    @Override
    public InitiatedActionSupport initiatedActionSupport() {
        return InitiatedActionSupport.SUPPORTED;
    }

    @Override
    public void evaluateTriggers(RequiredActionContext context) {
        Facts facts = facts(context);
        GatheredFacts.store(context.getSession(), context.getAuthenticationSession(), facts);
        Decision decision = PolicyEvaluator.decide(facts);
        if (decision.isSatisfied()) {
            context.getAuthenticationSession().removeRequiredAction(SecondFactorGuardFactory.ID);
            new LoginCompletion(context, clock).complete(facts);
            ImpersonationEvents.recordAllowed(context, decision);
            new BackupCodesOffer(context, clock).addIfNeeded(facts);
        } else {
            context.getAuthenticationSession().addRequiredAction(SecondFactorGuardFactory.ID);
        }
    }

    @Override
    public void requiredActionChallenge(RequiredActionContext context) {
        if (context.getUser() == null) {
            context.failure();
            return;
        }
        Facts facts = GatheredFacts.take(context.getSession(), context.getAuthenticationSession())
                .orElseGet(() -> facts(context));
        Optional<Clause> open = PolicyEvaluator.decide(facts).next();
        if (open.isEmpty()) {
            context.success();
        } else {
            LoginStep step = LoginStep.of(context, Input.none());
            Postponement.startGrace(step, open.get(), facts.tenant().grace(), clock.instant());
            apply(context, new ClauseStep(context, step, open.get(), facts, clock).show());
        }
    }

    @Override
    public void processAction(RequiredActionContext context) {
        if (context.getUser() == null) {
            context.failure(); // the user was deleted after the page was shown
            return;
        }
        Facts facts = facts(context);
        Optional<Clause> open = PolicyEvaluator.decide(facts).next();
        if (open.isEmpty()) {
            context.success();
            return;
        }
        String lockedError = AuthenticatorUtils.getDisabledByBruteForceEventError(
                bruteForceProtector(context), context.getSession(), context.getRealm(), context.getUser());
        if (lockedError != null) {
            ErrorEvents.emitAfterTransaction(context.getSession(), loginEvent(context), lockedError);
            context.challenge(lockedPage(context));
            return;
        }
        LoginStep step =
                LoginStep.of(context, new Input(context.getHttpRequest().getDecodedFormParameters()));
        if (Postponement.isRequested(step, open.get())) {
            Postponement.store(step);
            requiredActionChallenge(context);
        } else {
            ClauseStep clauseStep = new ClauseStep(context, step, open.get(), facts, clock);
            StepResult result = clauseStep.process();
            if (result instanceof StepResult.Passed && clauseStep.canBeRemembered() && isRememberRequested(step)) {
                new RememberedBrowsers(UserContext.of(context, clock))
                        .remember(facts.tenant().rememberBrowserDays());
            }
            apply(context, result);
        }
    }

    private static boolean isRememberRequested(LoginStep step) {
        return step.input().has("rememberBrowser");
    }

    private void apply(RequiredActionContext context, StepResult result) {
        result.handle(context::challenge, failed -> fail(context, failed), factor -> accept(context, factor));
    }

    private void fail(RequiredActionContext context, StepResult.Failed failed) {
        countFailure(context, failed);
        context.challenge(failed.page());
    }

    /** Records the passed factor and continues with the next open clause, if any. */
    private void accept(RequiredActionContext context, PassedFactor passed) {
        new PassedFactors(UserContext.of(context, clock), context.getAuthenticationSession()).add(passed);
        LastUsed.moveToFront(context.getUser(), passed.credentialId());
        AuthenticatorUtil.addAuthCredential(context.getAuthenticationSession(), passed.type());
        requiredActionChallenge(context);
    }

    private void countFailure(RequiredActionContext context, StepResult.Failed failed) {
        ErrorEvents.emitAfterTransaction(
                context.getSession(),
                loginEvent(context).detail(EventDetails.SECOND_FACTOR, failed.factor()),
                Errors.INVALID_USER_CREDENTIALS);
        // Keycloak counts failures only for known categories, and never for required actions.
        bruteForceProtector(context)
                .failedLogin(
                        context.getRealm(),
                        context.getUser(),
                        context.getConnection(),
                        context.getUriInfo(),
                        Set.of("otp"));
    }

    private static EventBuilder loginEvent(RequiredActionContext context) {
        return context.getEvent().clone().event(EventType.LOGIN).user(context.getUser());
    }

    private Facts facts(RequiredActionContext context) {
        return new FactsGatherer(UserContext.of(context, clock)).of(context.getAuthenticationSession());
    }

    private static BruteForceProtector bruteForceProtector(RequiredActionContext context) {
        return context.getSession().getProvider(BruteForceProtector.class);
    }

    private static Response lockedPage(RequiredActionContext context) {
        LoginStep step = LoginStep.of(context, Input.none());
        return RefusedPage.of(step, Messages.ACCOUNT_TEMPORARILY_DISABLED_TOTP);
    }

    @Override
    public void close() {}
}

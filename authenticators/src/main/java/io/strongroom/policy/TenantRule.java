package io.strongroom.policy;

import io.strongroom.policy.Clause.Challenge;
import io.strongroom.policy.Facts.Factor;
import java.time.Instant;
import java.util.Optional;

/** Applies rule 2 of {@code docs/policy.md}: finds the clause that the tenant opens. */
final class TenantRule {

    private final Facts facts;
    private final AcceptedFactors factors;

    TenantRule(Facts facts, AcceptedFactors factors) {
        this.facts = facts;
        this.factors = factors;
    }

    Optional<Clause> clause() {
        return reason().flatMap(reason -> {
            Challenge accepted = factors.acceptedBy(facts.methods());
            boolean closed = factors.isPassed(accepted) || isRemembered() || isVouchedFor();
            return closed ? Optional.empty() : clause(reason, accepted);
        });
    }

    /** Returns why the rule applies to the user; empty if it does not. */
    Optional<Reason> reason() {
        if (facts.user().exempt()) {
            return Optional.empty();
        }
        return switch (facts.tenant().enforcement()) {
            case OFF -> Optional.empty();
            case REQUIRED -> Optional.of(Reason.TENANT_REQUIRES);
            case OPTIONAL -> optionalReason();
        };
    }

    private Optional<Reason> optionalReason() {
        if (facts.user().required() || facts.user().heldTo().isPresent()) {
            return Optional.of(Reason.ROLE_REQUIRES);
        }
        return hasSetUpOne() ? Optional.of(Reason.USER_SET_UP_A_FACTOR) : Optional.empty();
    }

    private boolean hasSetUpOne() {
        return facts.user().unusable() == Facts.Unusable.STORED
                || facts.factors().stream().anyMatch(this::isSetUpByUser);
    }

    /** Returns whether a policy that leaves the second factor optional asks the user, with or without a required role. */
    boolean asksIfOptional() {
        return facts.user().heldTo().isPresent() || hasSetUpOne();
    }

    /** A key counts only where it is accepted. Keycloak's own login may be all that the user has set it up for. */
    private boolean isSetUpByUser(Factor factor) {
        return factor.isOwn()
                && !factor.fromProfile()
                && (!factor.method().isPhishingResistant() || facts.methods().contains(factor.method()));
    }

    /**
     * Returns whether a trusted identity provider replaces the user's factor. A link created with only the password
     * must not do so.
     */
    private boolean isVouchedFor() {
        return switch (facts.login().voucher()) {
            case NONE -> false;
            case UNPROVEN_LINK -> factors.hasNothingToPass() && !isHeldToPhishingResistance();
            case PROVEN_LINK -> !isHeldToPhishingResistance();
            case PROVEN_LINK_PHISHING_RESISTANT -> true;
        };
    }

    private boolean isHeldToPhishingResistance() {
        return facts.user().heldTo().isPresent() && !AcceptedFactors.opensWithBackupCode(facts.methods());
    }

    /** A browser may have been remembered after a weaker factor, so it never replaces one that resists phishing. */
    private boolean isRemembered() {
        return facts.login().rememberedBrowser() && AcceptedFactors.opensWithBackupCode(facts.methods());
    }

    private Optional<Clause> clause(Reason reason, Challenge accepted) {
        if (!accepted.factors().isEmpty()) {
            return Optional.of(new Clause(reason, Optional.empty(), accepted));
        }
        Optional<Instant> later = facts.tenant()
                .grace()
                .endFor(facts.user().graceSince(), facts.login().now());
        boolean isPostponed = later.isPresent() && facts.login().postponed();
        return isPostponed
                ? Optional.empty()
                : Optional.of(new Clause(reason, Optional.empty(), factors.setUp(facts.methods(), later)));
    }
}

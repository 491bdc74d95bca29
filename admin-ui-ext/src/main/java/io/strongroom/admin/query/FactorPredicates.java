package io.strongroom.admin.query;

import io.strongroom.admin.query.OrganizationPredicates.Of;
import io.strongroom.factor.Factor;
import io.strongroom.factor.Factors;
import io.strongroom.factor.Holding.Place;
import io.strongroom.factor.sms.SmsCredential;
import jakarta.persistence.criteria.Predicate;

/** The factors of a user and whether the user's policies accept them, as criteria of a query. */
final class FactorPredicates {

    private final TenancyPredicates tenancy;
    private final AcceptedMethods accepted;
    private final AcceptedMethods acceptedIfExempt;
    private final boolean profileNumbers;

    /** @param profileNumbers whether numbers from the user profile attribute count */
    FactorPredicates(TenancyPredicates tenancy, boolean profileNumbers) {
        this.tenancy = tenancy;
        this.accepted = new AcceptedMethods(tenancy, Of.NOT_EXEMPT);
        this.acceptedIfExempt = new AcceptedMethods(tenancy, Of.ALL);
        this.profileNumbers = profileNumbers;
    }

    /** Returns what is accepted from users who are not exempt. */
    AcceptedMethods accepted() {
        return accepted;
    }

    /** Matches users who have this factor, if it is accepted from them. */
    Predicate has(Factor factor, UserPredicates user) {
        return tenancy.organizations().areOn()
                ? user.builder()
                        .or(
                                user.builder().and(tenancy.isExempt(user).not(), has(factor, accepted, user)),
                                user.builder().and(tenancy.isExempt(user), has(factor, acceptedIfExempt, user)))
                : has(factor, accepted, user);
    }

    private Predicate has(Factor factor, AcceptedMethods methods, UserPredicates user) {
        return user.builder()
                .and(
                        user.has(factor, profileNumbers),
                        methods.accepts(factor.heldBy().methods(), user));
    }

    /** Returns the accepted factors of users who are not exempt. */
    HeldFactors held(UserPredicates user) {
        return new HeldFactors(user, accepted.factors(), factor -> has(factor, accepted, user));
    }

    /** Matches users who are not exempt, with accepted factors of which this status results. */
    Predicate are(UserStatus status, UserPredicates user) {
        Predicate byFactors = held(user).are(status);
        return status.equals(UserStatus.SEVERAL) && tenancy.organizations().areOn()
                ? user.builder().and(hasSeveral(user), byFactors)
                : byFactors;
    }

    /** Saves the database from finding out what is accepted from users who don't even have two factors. */
    private Predicate hasSeveral(UserPredicates user) {
        return new HeldFactors(user, accepted.factors(), factor -> user.has(factor, profileNumbers)).atLeastTwo();
    }

    /**
     * Matches users who have only factors that resist phishing less than their role demands, in a tenant whose
     * administrators manage the factors.
     */
    Predicate needLeave(UserPredicates user) {
        return tenancy.realm().selfService()
                ? user.never()
                : user.builder()
                        .and(
                                accepted.isHeld(user),
                                accepted.acceptsOnlyPhishingResistant(user),
                                user.anyOf(Factors.all().stream()
                                        .filter(factor -> factor.heldBy().place() != Place.VERIFIED_EMAIL)
                                        .map(factor -> user.has(factor, profileNumbers))));
    }

    /**
     * Matches users with a factor of their own. A number set for a room does not count as one, nor does a key that is not
     * accepted.
     */
    Predicate areSetUp(UserPredicates user) {
        return user.builder()
                .or(
                        user.anyOf(Factors.all().stream()
                                .filter(factor -> factor.heldBy().place() == Place.CREDENTIAL)
                                .map(factor -> factor.method().isPhishingResistant()
                                        ? has(factor, accepted, user)
                                        : user.credential(factor.type()))),
                        user.credential(
                                SmsCredential.TYPE,
                                number -> user.contains(
                                                user.dataOf(number, SmsCredential.TYPE), RoomStatusQuery.ROOM_MARK)
                                        .not()));
    }
}

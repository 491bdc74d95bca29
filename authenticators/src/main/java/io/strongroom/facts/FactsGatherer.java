package io.strongroom.facts;

import io.strongroom.context.UserContext;
import io.strongroom.factor.Factors;
import io.strongroom.factor.Impersonator;
import io.strongroom.factor.PassedFactor;
import io.strongroom.factor.PassedFactors;
import io.strongroom.factor.link.BeforeLink;
import io.strongroom.factor.link.UnprovenLinks;
import io.strongroom.policy.AppliedPolicy.Asking;
import io.strongroom.policy.Facts;
import io.strongroom.policy.Facts.Change;
import io.strongroom.policy.Facts.Level;
import io.strongroom.policy.Facts.Login;
import io.strongroom.policy.Facts.Passed;
import io.strongroom.policy.Facts.Room;
import io.strongroom.policy.Facts.Unusable;
import io.strongroom.policy.Facts.User;
import io.strongroom.policy.OrganizationRule;
import io.strongroom.policy.PolicyEvaluator;
import io.strongroom.policy.Tenancy;
import io.strongroom.policy.TenantPolicy;
import io.strongroom.policy.store.PolicyStore;
import io.strongroom.policy.store.RoomChoice;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.keycloak.credential.CredentialModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * Gathers the facts for a decision. Runs at every login in a realm with a policy, so it reads only data that can
 * affect the decision.
 */
public final class FactsGatherer {

    /** The facts about a user to whom no rule applies, so no data was read. */
    private static final User NOT_READ =
            new User(/* required */ false, /* exempt */ true, Unusable.NONE, Optional.empty());

    /** How much user data to read. */
    private enum Detail {
        /** Reads the user's factors only if a rule requires one. */
        IF_ASKED,
        ALWAYS
    }

    private final UserContext context;

    public FactsGatherer(UserContext context) {
        this.context = context;
    }

    /** Returns the facts of a login in progress, without the user's factors if no rule requires one. */
    public Facts of(AuthenticationSessionModel login) {
        return of(login, LoginNotes.of(context.session(), login), Detail.IF_ASKED);
    }

    /** Returns the facts of a login in progress, ignoring the parameters of the login request. */
    Facts withoutRequests(AuthenticationSessionModel login) {
        return of(login, LoginNotes.withoutRequests(context.session(), login), Detail.IF_ASKED);
    }

    /** Returns the facts of a login in progress, always with the user's factors. */
    public Facts inFull(AuthenticationSessionModel login) {
        return of(login, LoginNotes.of(context.session(), login), Detail.ALWAYS);
    }

    private Facts of(AuthenticationSessionModel login, LoginNotes notes, Detail detail) {
        Tenancy tenancy = context.policies().tenancyOf(context.user());
        List<Room> rooms = asBeforeLink(new RoomChoice(
                        context.session(),
                        context.realm(),
                        login.getClient(),
                        notes.requestedRoom().orElse(null))
                .countingFor(context.user()));
        List<Passed> passed = passed(login, notes);
        Optional<Change> change = notes.initiatedChange().or(() -> pendingChange(login, notes));
        if (detail == Detail.IF_ASKED && passed.isEmpty() && change.isEmpty() && !isAsked(tenancy, rooms, notes)) {
            return new Facts(tenancy.realm(), NOT_READ, rooms, List.of(), List.of(), Login.plain(context.now()));
        }
        List<CredentialModel> credentials = credentials();
        UserFacts user = new UserFacts(context, credentials, tenancy, rooms, Optional.of(login));
        Login loginFacts = notes.facts(context.now(), user.tenant(), context.user(), credentials, change);
        return new Facts(user.tenant(), user.user(), rooms, user.factors(), passed, loginFacts);
    }

    /**
     * Returns a pending change if it affects the decision. It has no effect if no rule can apply to the user, unless
     * an administrator impersonates them.
     */
    private Optional<Change> pendingChange(AuthenticationSessionModel login, LoginNotes notes) {
        return notes.pendingChange(context.user())
                .filter(change -> isProtected() && !PolicyEvaluator.hasOnlyUnreadableNumber(ofUser())
                        || Impersonator.of(context.session(), login, context.user())
                                .isPresent());
    }

    /** Checks whether a rule can require a factor from this user, in this or any other login. */
    boolean isProtected() {
        PolicyStore policies = context.policies();
        return policies.tenancyOf(context.user()).isOn()
                || asBeforeLink(policies.roomsOf(context.user())).stream().anyMatch(Room::asks);
    }

    /** Returns the facts of an existing session, with all of its user's data rooms. */
    public Facts of(UserSessionModel userSession) {
        List<Passed> passed = PassedFactors.of(context.session(), userSession).stream()
                .flatMap(FactsGatherer::passed)
                .toList();
        return ofUser(tenancy(), passed, Impersonator.of(userSession).isPresent());
    }

    /** Returns the user's facts, independent of any login. */
    public Facts ofUser() {
        return ofUser(tenancy(), List.of(), false);
    }

    /** Returns the user's facts under a policy of the realm that may not be in force yet. */
    public Facts ofUser(TenantPolicy realm) {
        return ofUser(tenancy().in(realm), List.of(), false);
    }

    /** Returns the user's facts under a policy of one organization that may not be in force yet. */
    public Facts ofUser(OrganizationRule organization) {
        return ofUser(tenancy().with(organization), List.of(), false);
    }

    private Tenancy tenancy() {
        return context.policies().tenancyOf(context.user());
    }

    /** Returns the tenants whose policies ask the user, independent of any login. */
    public List<Asking> askedBy() {
        List<Room> rooms = rooms();
        UserFacts user = userFacts(tenancy(), rooms);
        return user.askedBy(facts(user, rooms, List.of(), false));
    }

    private Facts ofUser(Tenancy tenancy, List<Passed> passed, boolean impersonated) {
        List<Room> rooms = rooms();
        return facts(userFacts(tenancy, rooms), rooms, passed, impersonated);
    }

    private Facts facts(UserFacts user, List<Room> rooms, List<Passed> passed, boolean impersonated) {
        return new Facts(
                user.tenant(), user.user(), rooms, user.factors(), passed, Login.plain(context.now(), impersonated));
    }

    private UserFacts userFacts(Tenancy tenancy, List<Room> rooms) {
        return new UserFacts(context, credentials(), tenancy, rooms, Optional.empty());
    }

    private List<Room> rooms() {
        return asBeforeLink(context.policies().roomsOf(context.user()));
    }

    private List<CredentialModel> credentials() {
        return context.user().credentialManager().getStoredCredentialsStream().toList();
    }

    private static boolean isAsked(Tenancy tenancy, List<Room> rooms, LoginNotes notes) {
        return tenancy.isOn()
                || rooms.stream().anyMatch(room -> room.policy().enforced())
                || notes.requestedLevel() != Level.NONE;
    }

    /**
     * Returns the rooms as they applied before the user's unproven link, if any. Users who became administrators
     * through the link are treated like other members, and rooms that the user has left since then still count.
     */
    private List<Room> asBeforeLink(List<Room> rooms) {
        return UnprovenLinks.of(context.user())
                .before()
                .map(account -> asBeforeLink(rooms, account))
                .orElse(rooms);
    }

    private List<Room> asBeforeLink(List<Room> rooms, BeforeLink account) {
        Set<String> present = rooms.stream().map(Room::id).collect(Collectors.toSet());
        Stream<Room> kept =
                rooms.stream().map(room -> account.administered().contains(room.id()) ? room : room.asMember());
        Stream<Room> left = account.rooms().stream()
                .filter(id -> !present.contains(id) && !account.administered().contains(id))
                .flatMap(id -> context.policies().room(id).stream());
        return Stream.concat(kept, left).toList();
    }

    private List<Passed> passed(AuthenticationSessionModel login, LoginNotes notes) {
        return new PassedFactors(context, login)
                .all().stream()
                        .filter(passed -> !notes.isReauthenticationForced()
                                || login.getTabId().equals(passed.login()))
                        .flatMap(FactsGatherer::passed)
                        .toList();
    }

    private static Stream<Passed> passed(PassedFactor factor) {
        Instant at = Instant.ofEpochMilli(factor.at());
        return Factors.ofCredentialType(factor.type())
                .map(kind -> kind.countsAs(factor).stream()
                        .map(method -> new Passed(Optional.of(method), factor.credentialId(), at)))
                .orElseGet(() -> Stream.of(new Passed(Optional.empty(), factor.credentialId(), at)));
    }
}

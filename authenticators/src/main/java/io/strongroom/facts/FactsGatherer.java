package io.strongroom.facts;

import io.strongroom.factor.Impersonator;
import io.strongroom.factor.PassedFactor;
import io.strongroom.factor.PassedFactors;
import io.strongroom.factor.link.BeforeLink;
import io.strongroom.factor.link.UnprovenLinks;
import io.strongroom.factor.sms.SmsCredential;
import io.strongroom.factor.sms.SmsCredentials;
import io.strongroom.factor.sms.attribute.PhoneNumberAttribute;
import io.strongroom.policy.Enforcement;
import io.strongroom.policy.Facts;
import io.strongroom.policy.Facts.Change;
import io.strongroom.policy.Facts.Factor;
import io.strongroom.policy.Facts.Login;
import io.strongroom.policy.Facts.Passed;
import io.strongroom.policy.Facts.Room;
import io.strongroom.policy.Facts.Unusable;
import io.strongroom.policy.Facts.User;
import io.strongroom.policy.Method;
import io.strongroom.policy.PolicyEvaluator;
import io.strongroom.policy.TenantPolicy;
import io.strongroom.policy.store.PolicyStore;
import io.strongroom.policy.store.RoomChoice;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.keycloak.credential.CredentialModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RoleModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.models.credential.OTPCredentialModel;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.sessions.AuthenticationSessionModel;

/** Runs at every login of a realm with a policy, so it asks only what can matter. */
public final class FactsGatherer {

    private final KeycloakSession session;
    private final RealmModel realm;
    private final UserModel user;
    private final Clock clock;

    public FactsGatherer(KeycloakSession session, RealmModel realm, UserModel user, Clock clock) {
        this.session = session;
        this.realm = realm;
        this.user = user;
        this.clock = clock;
    }

    /** For a login under way. Where nobody asks for anything, what the user has set up is left out. */
    public Facts of(AuthenticationSessionModel login) {
        return of(login, LoginNotes.of(session, login), false);
    }

    /** For a login under way, as if its address asked for nothing. */
    Facts withoutRequests(AuthenticationSessionModel login) {
        return of(login, LoginNotes.withoutRequests(session, login), false);
    }

    /** For a login under way, with all the user has set up, whoever asks. */
    public Facts inFull(AuthenticationSessionModel login) {
        return of(login, LoginNotes.of(session, login), true);
    }

    private Facts of(AuthenticationSessionModel login, LoginNotes notes, boolean full) {
        TenantPolicy tenant = new PolicyStore(session, realm).tenant();
        List<Room> rooms = asBeforeLink(new RoomChoice(
                        session, realm, login.getClient(), notes.requestedRoom().orElse(null))
                .countingFor(user));
        List<Passed> passed = passed(login, notes);
        Optional<Change> change = notes.initiatedChange().or(() -> waitingChange(login, notes));
        if (!full && passed.isEmpty() && change.isEmpty() && nobodyAsks(tenant, rooms, notes)) {
            return new Facts(
                    tenant,
                    new User(false, true, Unusable.NONE, Optional.empty()),
                    rooms,
                    List.of(),
                    List.of(),
                    Login.plain(clock.instant()));
        }
        List<CredentialModel> credentials =
                user.credentialManager().getStoredCredentialsStream().toList();
        Login facts = notes.facts(clock.instant(), tenant, user, credentials, change);
        return new Facts(tenant, userFacts(tenant, rooms, credentials), rooms, factors(credentials), passed, facts);
    }

    /** Of users whom no rule asks, Keycloak's own actions are not our matter; an administrator who acts as one makes them ours. */
    private Optional<Change> waitingChange(AuthenticationSessionModel login, LoginNotes notes) {
        return notes.waitingChange(user)
                .filter(change -> isProtected() && !PolicyEvaluator.hasOnlyUnreadableNumber(ofUser())
                        || Impersonator.of(session, login, user).isPresent());
    }

    /** Whether some rule may ask this user, if not in this login then in another. */
    boolean isProtected() {
        PolicyStore policies = new PolicyStore(session, realm);
        return policies.tenant().enforcement() != Enforcement.OFF
                || asBeforeLink(policies.roomsOf(user)).stream().anyMatch(Room::asks);
    }

    /** For a session that exists: which of its user's rooms it may enter. */
    public Facts of(UserSessionModel userSession) {
        List<Passed> passed = PassedFactors.of(userSession).stream()
                .map(FactsGatherer::passed)
                .toList();
        return ofUser(passed, Impersonator.of(userSession).isPresent());
    }

    /** For a user of whom no login is looked at. */
    public Facts ofUser() {
        return ofUser(List.of(), false);
    }

    private Facts ofUser(List<Passed> passed, boolean impersonated) {
        PolicyStore policies = new PolicyStore(session, realm);
        TenantPolicy tenant = policies.tenant();
        List<Room> rooms = asBeforeLink(policies.roomsOf(user));
        List<CredentialModel> credentials =
                user.credentialManager().getStoredCredentialsStream().toList();
        return new Facts(
                tenant,
                userFacts(tenant, rooms, credentials),
                rooms,
                factors(credentials),
                passed,
                Login.plain(clock.instant(), impersonated));
    }

    private static boolean nobodyAsks(TenantPolicy tenant, List<Room> rooms, LoginNotes notes) {
        return tenant.enforcement() == Enforcement.OFF
                && rooms.stream().noneMatch(room -> room.policy().enforced())
                && !notes.stepUpRequested();
    }

    /** Rooms whose administrator the user became through an unproven link ask them like any member. */
    private List<Room> asBeforeLink(List<Room> rooms) {
        Optional<BeforeLink> before =
                rooms.isEmpty() ? Optional.empty() : UnprovenLinks.of(user).before();
        return before.map(account -> rooms.stream()
                        .map(room -> account.administered().contains(room.id()) ? room : room.asMember())
                        .toList())
                .orElse(rooms);
    }

    private User userFacts(TenantPolicy tenant, List<Room> rooms, List<CredentialModel> credentials) {
        Optional<BeforeLink> before = UnprovenLinks.among(credentials).before();
        return new User(
                holdsAny(tenant.roles().required())
                        || before.filter(BeforeLink::required).isPresent(),
                holdsAny(tenant.roles().exempt())
                        && before.map(BeforeLink::exempt).orElse(true),
                unusable(tenant, rooms, credentials),
                GraceMemory.since(credentials));
    }

    private boolean holdsAny(Set<String> roles) {
        return roles.stream().anyMatch(name -> {
            RoleModel role = KeycloakModelUtils.getRoleFromString(session, realm, name);
            return role != null && user.hasRole(role);
        });
    }

    /** Where nothing takes text messages, what the profile says of numbers keeps nobody out. */
    private Unusable unusable(TenantPolicy tenant, List<Room> rooms, List<CredentialModel> credentials) {
        if (credentials.stream().anyMatch(FactsGatherer::isUnusable)) {
            return Unusable.STORED;
        }
        boolean numbersMatter = tenant.methods().contains(Method.SMS)
                || rooms.stream().anyMatch(room -> room.policy().methods().contains(Method.SMS));
        return numbersMatter && new PhoneNumberAttribute(session, user).isUnreadable()
                ? Unusable.IN_PROFILE
                : Unusable.NONE;
    }

    private static boolean isUnusable(CredentialModel model) {
        return SmsCredential.TYPE.equals(model.getType())
                && SmsCredential.of(model).filter(SmsCredential::isTrusted).isEmpty();
    }

    private List<Factor> factors(List<CredentialModel> credentials) {
        Stream<Factor> stored = credentials.stream().map(FactsGatherer::factor).flatMap(Optional::stream);
        return Stream.concat(stored, profileNumber().stream()).toList();
    }

    private Optional<Factor> profileNumber() {
        return new SmsCredentials(session, user, clock)
                .fromProfile()
                .map(number -> new Factor(Method.SMS, number.id(), number.dataRoom(), true));
    }

    private static Optional<Factor> factor(CredentialModel model) {
        return switch (model.getType()) {
            case SmsCredential.TYPE ->
                SmsCredential.of(model)
                        .filter(SmsCredential::isTrusted)
                        .map(number -> new Factor(Method.SMS, number.id(), number.dataRoom()));
            case OTPCredentialModel.TYPE -> Optional.of(new Factor(Method.TOTP, model.getId(), null));
            default -> Optional.empty();
        };
    }

    private List<Passed> passed(AuthenticationSessionModel login, LoginNotes notes) {
        return new PassedFactors(session, login, user)
                .all().stream()
                        .filter(passed ->
                                !notes.mustBeFresh() || login.getTabId().equals(passed.login()))
                        .map(FactsGatherer::passed)
                        .toList();
    }

    private static Passed passed(PassedFactor factor) {
        return new Passed(
                Method.ofCredentialType(factor.type()), factor.credentialId(), Instant.ofEpochMilli(factor.at()));
    }
}

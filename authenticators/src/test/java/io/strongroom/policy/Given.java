package io.strongroom.policy;

import io.strongroom.policy.Facts.Change;
import io.strongroom.policy.Facts.Factor;
import io.strongroom.policy.Facts.Level;
import io.strongroom.policy.Facts.Login;
import io.strongroom.policy.Facts.Passed;
import io.strongroom.policy.Facts.Room;
import io.strongroom.policy.Facts.Unusable;
import io.strongroom.policy.Facts.User;
import io.strongroom.policy.Facts.Voucher;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** A fluent builder of {@link Facts}, and the decision about them in words. */
final class Given {

    static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

    private final Map<String, String> tenant = new LinkedHashMap<>();
    private final List<OrganizationRule> organizations = new ArrayList<>();
    private final List<Room> rooms = new ArrayList<>();
    private final List<Factor> factors = new ArrayList<>();
    private final List<Passed> passed = new ArrayList<>();
    private final List<String> roles = new ArrayList<>();
    private boolean required;
    private boolean exempt;
    private Unusable unusable = Unusable.NONE;
    private Instant graceSince;
    private Set<Method> heldTo;
    private boolean remembered;
    private Voucher voucher = Voucher.NONE;
    private boolean postponed;
    private Change change;
    private Level level = Level.NONE;
    private boolean impersonated;

    static Given tenant(String enforcement) {
        return new Given().with("enforcement", enforcement);
    }

    Given with(String attribute, String value) {
        tenant.put("twoFactor." + attribute, value);
        return this;
    }

    /** The user is a member of an organization with these attributes, in the form {@code name=value}. */
    Given organization(String... attributes) {
        Map<String, String> prefixed = new LinkedHashMap<>();
        TestPolicies.map(attributes).forEach((name, value) -> prefixed.put("twoFactor." + name, value));
        organizations.add(new OrganizationRule("organization" + organizations.size(), prefixed));
        return this;
    }

    /** The user has this role. */
    Given role(String name) {
        roles.add(name);
        return this;
    }

    /** The user is a member of this data room. */
    Given room(String id, Map<String, String> rule) {
        rooms.add(new Room(id, id, RoomPolicy.parse(rule::get), false, false));
        return this;
    }

    /** The user is one of the administrators of this data room. */
    Given administeredRoom(String id, Map<String, String> rule) {
        rooms.add(new Room(id, id, RoomPolicy.parse(rule::get), true, false));
        return this;
    }

    /** The user is a member of this data room, and the application asks for it by name. */
    Given requestedRoom(String id, Map<String, String> rule) {
        rooms.add(new Room(id, id, RoomPolicy.parse(rule::get), false, true));
        return this;
    }

    Given own(Method method) {
        factors.add(Factor.own(method, "own-" + method.word()));
        return this;
    }

    Given numberFor(String room) {
        factors.add(new Factor(Method.SMS, "number-" + room, room));
        return this;
    }

    Given passed(Method method, String credentialId) {
        return passed(method, credentialId, Duration.ZERO);
    }

    Given passed(Method method, String credentialId, Duration ago) {
        passed.add(new Passed(Optional.of(method), credentialId, NOW.minus(ago)));
        return this;
    }

    /** The user's roles hold them to these methods. */
    Given heldTo(Method... methods) {
        heldTo = Set.of(methods);
        return this;
    }

    /** A passkey, which also serves as a security key. */
    Given passkey() {
        return own(Methods.PASSKEY, "passkey").own(Methods.SECURITY_KEY, "passkey");
    }

    private Given own(Method method, String id) {
        factors.add(Factor.own(method, id));
        return this;
    }

    Given passedPasskey() {
        return passed(Methods.PASSKEY, "passkey").passed(Methods.SECURITY_KEY, "passkey");
    }

    /** The application asks for a factor that resists phishing. */
    Given applicationAsksForKey() {
        level = Level.PHISHING_RESISTANT;
        return this;
    }

    Given trustedProviderWithKey() {
        voucher = Voucher.PROVEN_LINK_PHISHING_RESISTANT;
        return this;
    }

    Given passedBackupCode() {
        passed.add(new Passed(Optional.empty(), "backup", NOW));
        return this;
    }

    Given roleRequires() {
        required = true;
        return this;
    }

    Given roleExempts() {
        exempt = true;
        return this;
    }

    Given numberThatCannotBeUsed() {
        unusable = Unusable.STORED;
        return this;
    }

    Given profileNumberThatCannotBeUsed() {
        unusable = Unusable.IN_PROFILE;
        return this;
    }

    Given graceStarted(Duration ago) {
        graceSince = NOW.minus(ago);
        return this;
    }

    Given rememberedBrowser() {
        remembered = true;
        return this;
    }

    Given trustedProvider() {
        voucher = Voucher.PROVEN_LINK;
        return this;
    }

    Given trustedProviderByUnprovenLink() {
        voucher = Voucher.UNPROVEN_LINK;
        return this;
    }

    Given choseLater() {
        postponed = true;
        return this;
    }

    Given settingUp(Method method) {
        change = new Change(Optional.of(method));
        return this;
    }

    Given removingAFactor() {
        change = new Change(Optional.empty());
        return this;
    }

    /** An administrator or a flow, not the user, asks for the set-up. */
    Given toSetUp(Method method) {
        change = new Change(Optional.of(method), false);
        return this;
    }

    Given impersonated() {
        impersonated = true;
        return this;
    }

    Given applicationAsks() {
        level = Level.SECOND_FACTOR;
        return this;
    }

    Facts facts() {
        Predicate<Set<String>> holds = names -> names.stream().anyMatch(roles::contains);
        AppliedPolicy applied = new Tenancy(TenantPolicy.parse(tenant::get), organizations).applied(holds, holds);
        return new Facts(
                applied.policy(),
                new User(
                        required || applied.required(),
                        exempt || applied.exempt(),
                        unusable,
                        Optional.ofNullable(graceSince),
                        Optional.ofNullable(heldTo)),
                rooms,
                factors,
                passed,
                new Login(NOW, remembered, voucher, postponed, Optional.ofNullable(change), level, impersonated));
    }

    /** Returns the next step of the user, in words. */
    String then() {
        Decision decision = PolicyEvaluator.decide(facts());
        String enters = decision.letIn().map(reason -> "enters: " + reason).orElse("enters");
        return decision.next().map(Given::inWords).orElse(enters);
    }

    private static String inWords(Clause clause) {
        String forRoom = clause.room().map(room -> " for " + room.name()).orElse("");
        if (clause.way() instanceof Clause.Challenge challenge) {
            return "is asked" + forRoom + ": " + String.join(" or ", names(challenge));
        }
        if (clause.way() instanceof Clause.Enrol enrol) {
            String later = enrol.laterUntil().map(until -> ", or later").orElse("");
            return "must set up" + forRoom + ": "
                    + String.join(
                            " or ",
                            enrol.methods().stream().sorted().map(Method::word).toList())
                    + later;
        }
        return "is refused" + forRoom;
    }

    private static List<String> names(Clause.Challenge challenge) {
        return challenge.offered().stream().map(Factor::credentialId).toList();
    }
}

package io.strongroom.policy;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The input of a decision: the policy, the user, their factors and the state of the login.
 *
 * @param tenant  the tenant's policy
 * @param user    roles and state of the user
 * @param rooms   the user's data rooms that apply to this login
 * @param factors the user's factors, including those that an administrator set for them
 * @param passed  the factors passed in this login or in the session it joins
 * @param login   the state of the login
 */
public record Facts(
        TenantPolicy tenant, User user, List<Room> rooms, List<Factor> factors, List<Passed> passed, Login login) {

    /** Returns the methods that the tenant accepts from this user. */
    public Set<Method> methods() {
        return user.heldTo().orElse(tenant.methods());
    }

    /**
     * The user's roles and state, as far as they affect a decision.
     *
     * @param required   whether the user has a role that requires a second factor
     * @param exempt     whether the user has a role that exempts them from the tenant's rule
     * @param unusable   whether the user has a number that can't be used until an administrator fixes it
     * @param graceSince when the tenant's rule first applied to the user; empty if this is the first time
     * @param heldTo     the methods to which the user's roles hold them, instead of the tenant's; empty if none does
     */
    public record User(
            boolean required,
            boolean exempt,
            Unusable unusable,
            Optional<Instant> graceSince,
            Optional<Set<Method>> heldTo) {

        /** Returns a user whom no role holds to special methods. */
        public User(boolean required, boolean exempt, Unusable unusable, Optional<Instant> graceSince) {
            this(required, exempt, unusable, graceSince, Optional.empty());
        }

        /** Returns the same user, whose roles hold them to these methods. */
        public User heldTo(Set<Method> methods) {
            return new User(required, exempt, unusable, graceSince, Optional.of(methods));
        }

        /** Returns a user without any special role or state. */
        public static User ordinary() {
            return new User(false, false, Unusable.NONE, Optional.empty());
        }

        /** Returns a user whose role exempts them from the tenant's rule, without any other state. */
        public static User exemptByRole() {
            return new User(false, true, Unusable.NONE, Optional.empty());
        }

        boolean hasUnusable() {
            return unusable != Unusable.NONE;
        }
    }

    /**
     * Where a number that can't be used is stored. Such a number still counts as a factor, so the password alone is
     * not enough to replace it.
     */
    public enum Unusable {
        NONE,
        /** The number is in the user's profile, written by an administrator or a directory. */
        IN_PROFILE,
        /** The number is among the user's credentials. */
        STORED
    }

    /**
     * The state of the login.
     *
     * @param now               the current time
     * @param rememberedBrowser whether the user's browser is remembered and the tenant still accepts it
     * @param voucher           whether a trusted identity provider vouches for the user
     * @param postponed         whether the user chose to set up a factor later
     * @param change            the factor change that started this login or is pending in it, if any
     * @param requestedLevel    the level that the application requested via {@code acr}
     * @param impersonated      whether an administrator acts as the user
     */
    public record Login(
            Instant now,
            boolean rememberedBrowser,
            Voucher voucher,
            boolean postponed,
            Optional<Change> change,
            Level requestedLevel,
            boolean impersonated) {

        /** Returns a login without any special state. */
        public static Login plain(Instant now) {
            return plain(now, false);
        }

        /** Returns a login without any special state except possibly impersonation. */
        public static Login plain(Instant now, boolean impersonated) {
            return new Login(now, false, Voucher.NONE, false, Optional.empty(), Level.NONE, impersonated);
        }
    }

    /** What an application requests via {@code acr}. */
    public enum Level {
        NONE,
        /** Any second factor; level 2. */
        SECOND_FACTOR,
        /** A factor that resists phishing; level 3. */
        PHISHING_RESISTANT
    }

    /** How the account is linked to the trusted identity provider that vouches for the user. */
    public enum Voucher {
        /** No trusted identity provider vouches for the user. */
        NONE,
        /** The user created the link without a second factor, and has not passed one in a login through it since. */
        UNPROVEN_LINK,
        /** The link was created with the account, by an administrator, or with a second factor. */
        PROVEN_LINK,
        /** As {@link #PROVEN_LINK}, and the provider says that the user passed a factor that resists phishing. */
        PROVEN_LINK_PHISHING_RESISTANT
    }

    /**
     * A change to the user's own factors.
     *
     * @param setsUp      the method to set up; empty for any other change
     * @param selfService whether the user started the change, which the tenant then has to allow; false if an
     *                    administrator or a flow requested it
     */
    public record Change(Optional<Method> setsUp, boolean selfService) {

        /** Creates a change that the user started. */
        public Change(Optional<Method> setsUp) {
            this(setsUp, true);
        }
    }

    /**
     * One of the user's data rooms.
     *
     * @param id            the group's id
     * @param name          the group's name, as shown to the user
     * @param administrator whether the user is one of its administrators
     * @param requested     whether the application requested this room by name
     */
    public record Room(String id, String name, RoomPolicy policy, boolean administrator, boolean requested) {

        /** Returns the same room for a user who is not one of its administrators. */
        public Room asMember() {
            return new Room(id, name, policy, false, requested);
        }

        /** Returns whether the room's rule applies to the user. */
        public boolean asks() {
            return policy.enforced() && !administrator;
        }
    }

    /**
     * A factor for which the user can be challenged: their own, or one that an administrator set for them. A credential
     * that several methods accept is listed once for each.
     *
     * @param credentialId id of the stored credential
     * @param room         id of the data room for which the factor was set; null for the user's own factor
     * @param fromProfile  whether the number comes from the user's profile, not from a set-up by the user
     */
    public record Factor(Method method, String credentialId, String room, boolean fromProfile) {

        public Factor(Method method, String credentialId, String room) {
            this(method, credentialId, room, false);
        }

        /** Returns one of the user's own factors. */
        public static Factor own(Method method, String credentialId) {
            return new Factor(method, credentialId, null, false);
        }

        boolean isOwn() {
            return room == null;
        }

        /** Returns whether the other factor is the same credential, accepted as a stronger method. */
        boolean isWeakerFormOf(Factor other) {
            return credentialId.equals(other.credentialId) && method.strength() < other.method.strength();
        }

        boolean isFor(Room asked) {
            return asked.id().equals(room);
        }
    }

    /**
     * A factor that the user passed. One that counts for several methods is listed once for each.
     *
     * @param method       the method of the factor; empty for a backup code, which counts for any method
     * @param credentialId id of the credential; null if another authenticator in the flow verified the factor without
     *                     recording its credential
     * @param at           when the user passed the factor
     */
    public record Passed(Optional<Method> method, String credentialId, Instant at) {

        boolean isBackupCode() {
            return method.isEmpty();
        }

        boolean is(Factor factor) {
            return method.filter(factor.method()::equals).isPresent()
                    && (credentialId == null || credentialId.equals(factor.credentialId()));
        }
    }
}

package io.strongroom.policy;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * All that a decision rests on: who logs in, what they hold, and what they have shown already.
 *
 * @param tenant  the tenant's policy
 * @param user    what matters of the user besides their factors
 * @param rooms   the data rooms that count at this login, of which the user is a member
 * @param factors what the user has set up, or had set up for them
 * @param passed  what was shown in this login or in the session it joins
 * @param login   what matters of the login
 */
public record Facts(
        TenantPolicy tenant, User user, List<Room> rooms, List<Factor> factors, List<Passed> passed, Login login) {

    /**
     * The user.
     *
     * @param required   whether they hold a role that requires a second factor
     * @param exempt     whether they hold a role that exempts from the tenant's rule
     * @param unusable   whether there is a number of theirs that can't be used, so that an administrator has to mend it
     * @param graceSince when they first met the rule, or empty: they meet it now
     */
    public record User(boolean required, boolean exempt, Unusable unusable, Optional<Instant> graceSince) {

        boolean hasUnusable() {
            return unusable != Unusable.NONE;
        }
    }

    /** Where a number that can't be used stands. It is still a number: who knows the password does not replace it. */
    public enum Unusable {
        NONE,
        /** In the profile, where an administrator or a directory keeps it: nobody has set it up. */
        IN_PROFILE,
        /** Among the user's credentials. */
        STORED
    }

    /**
     * The login.
     *
     * @param now               the time
     * @param rememberedBrowser whether the browser is one the user had remembered, and may still be
     * @param voucher           whether an identity provider whose second factor counts vouches for the user
     * @param postponed         whether the user chose to set up later
     * @param change            which change of the user's factors the login was begun for, or waits to be made, if any
     * @param stepUpRequested   whether the application asked for a second factor, by {@code acr}
     * @param impersonated      whether an administrator acts as the user
     */
    public record Login(
            Instant now,
            boolean rememberedBrowser,
            Voucher voucher,
            boolean postponed,
            Optional<Change> change,
            boolean stepUpRequested,
            boolean impersonated) {

        /** A login of which nothing is to be said. */
        public static Login plain(Instant now) {
            return plain(now, false);
        }

        /** One of which nothing else is to be said. */
        public static Login plain(Instant now, boolean impersonated) {
            return new Login(now, false, Voucher.NONE, false, Optional.empty(), false, impersonated);
        }
    }

    /** What an identity provider's word for the user rests on. */
    public enum Voucher {
        /** No provider whose second factor counts vouches for the user. */
        NONE,
        /** A link that was made without a second factor, and through which none was passed since. */
        UNPROVEN_LINK,
        /** A link that came with the account, was set by an administrator, or was made with a second factor. */
        PROVEN_LINK
    }

    /**
     * A change of a user's own factors.
     *
     * @param setsUp      the method to be set up, or empty: something else is changed
     * @param selfService whether it is the user's wish, so that the tenant has to allow it; what an administrator or a flow asks for is not
     */
    public record Change(Optional<Method> setsUp, boolean selfService) {

        /** Asked for by the user. */
        public Change(Optional<Method> setsUp) {
            this(setsUp, true);
        }
    }

    /**
     * A data room the user is a member of.
     *
     * @param id            the group's id
     * @param name          the group's name, as shown to the user
     * @param administrator whether the user is one of its administrators
     * @param requested     whether the application asked for this room by name
     */
    public record Room(String id, String name, RoomPolicy policy, boolean administrator, boolean requested) {

        /** The same room for a user who is no administrator of it. */
        public Room asMember() {
            return new Room(id, name, policy, false, requested);
        }

        /** Whether the user is asked for a factor here. */
        public boolean asks() {
            return policy.enforced() && !administrator;
        }
    }

    /**
     * A factor the user can be asked for: one they have proven once, or that an administrator set.
     *
     * @param credentialId the stored credential
     * @param room         the id of the data room it was set for, or null: the user's own
     * @param fromProfile  whether it comes from an attribute, so that nobody has set it up
     */
    public record Factor(Method method, String credentialId, String room, boolean fromProfile) {

        public Factor(Method method, String credentialId, String room) {
            this(method, credentialId, room, false);
        }

        boolean isOwn() {
            return room == null;
        }

        boolean isFor(Room asked) {
            return asked.id().equals(room);
        }
    }

    /**
     * A factor that was passed.
     *
     * @param method       empty for a backup code, which does for any method
     * @param credentialId the credential, or null where a flow's own authenticator verified it and did not say which
     * @param at           when
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

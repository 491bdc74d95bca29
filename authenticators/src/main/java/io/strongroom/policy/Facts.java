package io.strongroom.policy;

import java.util.List;

/**
 * All that a decision rests on: who logs in, what they hold, and what they have shown already.
 *
 * @param tenant  the tenant's policy
 * @param rooms   the data rooms that count at this login, of which the user is a member
 * @param factors what the user has set up, or had set up for them
 * @param passed  what was shown in this login or in the session it joins
 */
public record Facts(TenantPolicy tenant, List<Room> rooms, List<Factor> factors, List<Passed> passed) {

    /**
     * A data room the user is a member of.
     *
     * @param id            the group's id
     * @param name          the group's name, as shown to the user
     * @param administrator whether the user is one of its administrators
     */
    public record Room(String id, String name, RoomPolicy policy, boolean administrator) {}

    /**
     * A factor the user can be asked for: one they have proven once, or that an administrator set.
     *
     * @param credentialId the stored credential
     * @param room         the id of the data room it was set for, or null: the user's own
     */
    public record Factor(Method method, String credentialId, String room) {
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
     * @param credentialId the credential, or null where a flow's own authenticator verified it and did not say which
     */
    public record Passed(Method method, String credentialId) {
        boolean is(Factor factor) {
            return method == factor.method() && (credentialId == null || credentialId.equals(factor.credentialId()));
        }
    }
}

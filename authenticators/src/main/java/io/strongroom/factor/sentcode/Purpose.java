package io.strongroom.factor.sentcode;

/**
 * The reason for sending a code.
 *
 * @param roomName  name of the data room whose rule applies; null for a rule of the tenant
 * @param enrolling whether the recipient's address is being set up
 */
public record Purpose(String roomName, boolean enrolling) {

    public static Purpose challenge(String roomName) {
        return new Purpose(roomName, false);
    }

    public static Purpose enrolment(String roomName) {
        return new Purpose(roomName, true);
    }
}

package io.strongroom.admin.report;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Where the members of a data room stand, in numbers. Service accounts are not counted.
 *
 * @param enforced         whether members who are no administrators are asked
 * @param members          how many there are, administrators included
 * @param withNumber       how many have a number a code could be sent to, set for this room or of their own
 * @param withSecondFactor how many have a number or an authenticator app, whatever the room accepts
 * @param mustEnrol        how many have to set one up at their next login before they get in
 */
@Schema(name = "RoomReport")
public record RoomReport(
        String id,
        String name,
        boolean enforced,
        long members,
        long withNumber,
        long withSecondFactor,
        long mustEnrol) {}

package io.strongroom.admin.report;

import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The numbers of a data room's members by their factors. Service accounts are not counted.
 *
 * @param enforced         whether members who are not administrators are asked for a factor
 * @param members          number of members, including administrators
 * @param withNumber       number of members with a number for codes, set for this room or their own
 * @param withSecondFactor number of members with any factor, including those that the room does not accept
 * @param byFactor         for each factor that the room accepts, the number of members who have it
 * @param mustEnrol        number of members who have to set up a factor at their next login before they can enter
 */
@Schema(name = "RoomReport")
public record RoomReport(
        String id,
        String name,
        boolean enforced,
        long members,
        long withNumber,
        long withSecondFactor,
        Map<String, Long> byFactor,
        long mustEnrol) {}

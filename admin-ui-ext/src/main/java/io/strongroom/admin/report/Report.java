package io.strongroom.admin.report;

import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Where the users of a tenant stand, in numbers. Service accounts are not counted.
 *
 * @param users         how many there are
 * @param byStatus      how many of each status
 * @param ownersMissing names of the owners without a factor; empty to those who may not manage the realm
 * @param unreadableNumbers how many users have a number in their profile, kept by a directory or an administrator, that cannot be
 *                          read; of the first 20,000
 * @param directories   whether there are directories whose users are not imported, so that they are not counted
 */
@Schema(name = "Report")
public record Report(
        long users,
        Map<String, Long> byStatus,
        List<String> ownersMissing,
        int unreadableNumbers,
        boolean directories) {}

package io.strongroom.admin.report;

import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The numbers of a tenant's users by status. Service accounts are not counted.
 *
 * @param users             number of users
 * @param byStatus          number of users of each status
 * @param byFactor          for each factor that the tenant accepts from any user, the number of users who have it and
 *                          from whom it is accepted
 * @param ownersMissing     user names of the owners without a factor. Empty for administrators without permission to
 *                          manage the realm.
 * @param unreadableNumbers number of users whose phone number from the profile or directory cannot be read, among the
 *                          first 20,000 numbers
 * @param directories       whether there are directories whose users are not imported and therefore not counted
 */
@Schema(name = "Report")
public record Report(
        long users,
        Map<String, Long> byStatus,
        Map<String, Long> byFactor,
        List<String> ownersMissing,
        int unreadableNumbers,
        boolean directories) {}

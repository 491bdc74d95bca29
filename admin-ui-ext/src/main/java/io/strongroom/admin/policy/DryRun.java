package io.strongroom.admin.policy;

import java.util.List;

/**
 * Whom a rule would ask at their next login. Service accounts are not counted.
 *
 * @param users         how many users there are
 * @param asked         how many would be asked for a factor they have
 * @param mustEnrol     how many would have to set one up at once
 * @param exempt        how many are exempt by role
 * @param inGrace       how many could put it off
 * @param ownersMissing names of the owners without a factor, who keep the rule from being required
 */
public record DryRun(long users, long asked, long mustEnrol, long exempt, long inGrace, List<String> ownersMissing) {}

package io.strongroom.admin.query;

/**
 * An organization, as loaded from the database.
 *
 * @param enabled whether the organization itself is enabled
 * @param groupId id of the internal group whose members are the organization's
 */
public record OrganizationRow(String id, String name, String alias, boolean enabled, String groupId) {}

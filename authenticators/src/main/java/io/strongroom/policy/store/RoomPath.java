package io.strongroom.policy.store;

import org.keycloak.models.GroupModel;
import org.keycloak.models.OrganizationModel;
import org.keycloak.models.utils.KeycloakModelUtils;

/**
 * Compares group paths as administrators and applications write them: {@code /Falcon/Bidders}, or
 * {@code acme:/Falcon} in the organization with the alias acme. Without the alias, an organization's group could be
 * mistaken for a realm group.
 */
public final class RoomPath {

    private RoomPath() {}

    public static String of(GroupModel group) {
        OrganizationModel organization = group.getOrganization();
        String path = KeycloakModelUtils.buildGroupPath(group);
        return organization == null ? path : name(organization) + ":" + path;
    }

    /** @param group the internal group of an organization */
    static String organizationName(GroupModel group) {
        return group.getOrganization() == null ? group.getName() : name(group.getOrganization());
    }

    private static String name(OrganizationModel organization) {
        String alias = organization.getAlias();
        return alias == null || alias.contains(":") || alias.contains("/") ? organization.getId() : alias;
    }

    /**
     * Returns whether a path or id refers to this group. If group names contain slashes, a path can match several
     * groups.
     */
    static boolean matches(GroupModel group, String path) {
        return path.equals(group.getId()) || isSame(of(group), path) || isSame(unescaped(group), path);
    }

    /** Returns whether a group of an organization has this path within the organization. */
    static boolean isAt(GroupModel group, String path) {
        String known = KeycloakModelUtils.buildGroupPath(group);
        return isSame(known, path) || isSame(known.replace("~/", "/"), path);
    }

    /** Compares two paths, ignoring a slash at either end. */
    private static boolean isSame(String known, String path) {
        return known.equals(path) || trimmed(known).equals(trimmed(path));
    }

    private static String trimmed(String path) {
        String withoutFirst = path.startsWith("/") ? path.substring(1) : path;
        return withoutFirst.endsWith("/") ? withoutFirst.substring(0, withoutFirst.length() - 1) : withoutFirst;
    }

    /** Returns the path with unescaped slashes in names. */
    private static String unescaped(GroupModel group) {
        return of(group).replace("~/", "/");
    }
}

package io.strongroom.policy.store;

import org.keycloak.models.GroupModel;
import org.keycloak.models.OrganizationModel;
import org.keycloak.models.utils.KeycloakModelUtils;

/**
 * Where a group stands, as administrators and applications write it: {@code /Falcon/Bidders}; {@code acme:/Falcon} in the
 * organization with the alias acme. Without the alias, a group of an organization could pass for one of the realm.
 */
public final class RoomPath {

    private RoomPath() {}

    public static String of(GroupModel group) {
        OrganizationModel organization = group.getOrganization();
        String path = KeycloakModelUtils.buildGroupPath(group);
        return organization == null ? path : name(organization) + ":" + path;
    }

    /** @param group stands for an organization */
    static String nameOf(GroupModel group) {
        return group.getOrganization() == null ? group.getName() : name(group.getOrganization());
    }

    private static String name(OrganizationModel organization) {
        String alias = organization.getAlias();
        return alias == null || alias.contains(":") || alias.contains("/") ? organization.getId() : alias;
    }

    /** Whether a path, or an id, leads to this group; where group names hold slashes, it may lead to several. */
    static boolean leadsTo(GroupModel group, String path) {
        return path.equals(group.getId()) || isSame(of(group), path) || isSame(withoutEscapes(group), path);
    }

    /** A slash at either end says nothing. */
    private static boolean isSame(String known, String path) {
        return known.equals(path) || plain(known).equals(plain(path));
    }

    private static String plain(String path) {
        String begun = path.startsWith("/") ? path.substring(1) : path;
        return begun.endsWith("/") ? begun.substring(0, begun.length() - 1) : begun;
    }

    /** As a path looks where Keycloak does not escape the slashes within names. */
    private static String withoutEscapes(GroupModel group) {
        return of(group).replace("~/", "/");
    }
}

import { useAccess } from "@keycloak/keycloak-admin-ui";
import type { DataRoom } from "../../api/types";
import { useScope } from "../scope";

/**
 * Returns what the administrator may do with data rooms. An organization's rooms belong to whoever manages the
 * organization; their rules and members also require the rights on groups.
 */
export const useRoomRights = () => {
  const { hasAccess, hasSomeAccess } = useAccess();
  const { organization } = useScope();
  const managesUsers = hasAccess("manage-users");
  const managesOrganization = organization
    ? organization.manage
    : hasSomeAccess("manage-organizations", "manage-realm");
  return {
    mayCreate: organization ? managesOrganization : managesUsers,
    mayOpen: !organization || hasSomeAccess("view-users", "manage-users"),
    mayEdit: (room: DataRoom) => managesUsers && (room.organization === undefined || managesOrganization),
  };
};

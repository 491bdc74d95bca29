import { useAccess } from "@keycloak/keycloak-admin-ui";
import type { DataRoom } from "../../api/types";
import { useScope } from "../scope";

/**
 * Returns what the administrator may do with data rooms. Administrators who manage an organization manage
 * its rooms; changing their members also requires the right to manage users.
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
    mayOpen: !organization || hasSomeAccess("query-users", "view-users", "manage-users"),
    mayEdit: (room: DataRoom) => (room.organization === undefined ? managesUsers : managesOrganization),
    mayManageMembers: (room: DataRoom) => managesUsers && (room.organization === undefined || managesOrganization),
  };
};

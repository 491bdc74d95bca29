import { type AppRouteObjectHandle, type Access, accessOf } from "../console-types";
import { ForbiddenSection, useAccess } from "@keycloak/keycloak-admin-ui";
import type { PropsWithChildren } from "react";
import { useMatches } from "react-router-dom";

/** Shows a page if the administrator has the roles its route requires, else the missing roles. */
export const AuthWall = ({ children }: PropsWithChildren) => {
  const { hasAccess } = useAccess();
  const needed: Access[] = useMatches().flatMap(({ handle }) => accessOf(handle as AppRouteObjectHandle | undefined));
  return hasAccess(...needed) ? children : <ForbiddenSection permissionNeeded={needed} />;
};

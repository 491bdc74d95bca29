import { type AppRouteObjectHandle, type Access, accessOf } from "../console-types";
import { ForbiddenSection, useAccess } from "@keycloak/keycloak-admin-ui";
import type { PropsWithChildren } from "react";
import { useMatches } from "react-router-dom";

/** Shows a page to those whom its route lets in, and tells others what they lack. */
export const AuthWall = ({ children }: PropsWithChildren) => {
  const { hasAccess } = useAccess();
  const needed: Access[] = useMatches().flatMap(({ handle }) => accessOf(handle as AppRouteObjectHandle | undefined));
  return hasAccess(...needed) ? children : <ForbiddenSection permissionNeeded={needed} />;
};

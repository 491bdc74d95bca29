import { useAccess } from "@keycloak/keycloak-admin-ui";
import type { Access } from "../../console-types";

/** The roles that give access to organizations: to all of them, or to those for which there is a permission. */
export const ORGANIZATION_ACCESS = [
  "query-organizations",
  "view-organizations",
  "manage-organizations",
  "manage-realm",
] as const satisfies readonly Access[];

export const useMayOpenOrganizations = () => useAccess().hasSomeAccess(...ORGANIZATION_ACCESS);

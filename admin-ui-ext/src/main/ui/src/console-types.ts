import type { AccessType } from "@keycloak/keycloak-admin-client/lib/defs/whoAmIRepresentation";

/** A role that opens a page, or a rule over roles. */
export type Access = AccessType;

/** What a route of the console says about itself. */
export type AppRouteObjectHandle = { access?: Access | Access[] };

/** The rules of a route; none where it has no say. */
export const accessOf = (handle: AppRouteObjectHandle | undefined): Access[] => [handle?.access ?? []].flat();

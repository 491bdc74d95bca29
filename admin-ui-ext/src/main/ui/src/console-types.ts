import type { AccessType } from "@keycloak/keycloak-admin-client/lib/defs/whoAmIRepresentation";

/** A role that gives access to a page, or a condition on roles. */
export type Access = AccessType;

/** The handle of a console route. */
export type AppRouteObjectHandle = { access?: Access | Access[] };

/** Returns the roles and conditions of a route; empty if it has none. */
export const accessOf = (handle: AppRouteObjectHandle | undefined): Access[] => [handle?.access ?? []].flat();

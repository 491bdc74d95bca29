const below = (realm: string, ...parts: string[]) => `/${[realm, ...parts].map(encodeURIComponent).join("/")}`;

export type TabName = "policy" | "data-rooms" | "users" | "organizations" | "messages" | "report" | "health";

/** The tabs within an organization's tab; `users` are its members. */
export type OrganizationTabName = Exclude<TabName, "organizations">;

export const toTab = (realm: string, tab: TabName) => below(realm, "two-factor", tab);

export const toRoom = (realm: string, id: string) => below(realm, "two-factor", "data-rooms", id);

/** An organization's page of the console with the two-factor tab. */
export const toOrganization = (realm: string, id: string, tab?: OrganizationTabName) =>
  below(realm, "organizations", id, "two-factor", ...(tab ? [tab] : []));

export const toOrganizationRoom = (realm: string, organization: string, id: string) =>
  below(realm, "organizations", organization, "two-factor", "data-rooms", id);

/** A tab of the stock page of an organization. */
export const toStockOrganization = (realm: string, id: string, tab: string) => below(realm, "organizations", id, tab);

/** The user's page of the console with the two-factor tab. */
export const toUser = (realm: string, id: string) => below(realm, "users", id, "two-factor");

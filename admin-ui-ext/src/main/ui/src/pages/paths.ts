const below = (realm: string, ...parts: string[]) => `/${[realm, ...parts].map(encodeURIComponent).join("/")}`;

export type TabName = "policy" | "data-rooms" | "users" | "messages" | "report" | "health";

export const toTab = (realm: string, tab: TabName) => below(realm, "two-factor", tab);

export const toRoom = (realm: string, id: string) => below(realm, "two-factor", "data-rooms", id);

/** The user's page of the console with the two-factor tab. */
export const toUser = (realm: string, id: string) => below(realm, "users", id, "two-factor");

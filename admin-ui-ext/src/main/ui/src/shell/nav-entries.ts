import type { Access } from "../console-types";

/** An entry of the side navigation; without `when`, it is shown if the administrator may open its page. */
export type NavEntry = {
  title: string;
  path: string;
  when?: "masterRealm" | "organizations" | "permissions" | "workflows";
};

export type NavSection = {
  title?: string;
  access: Access[];
  entries: NavEntry[];
};

export const TWO_FACTOR: NavEntry = { title: "twoFactor", path: "/two-factor" };

/** The stock console's navigation with one additional entry. */
export const NAVIGATION: NavSection[] = [
  {
    access: ["anyone"],
    entries: [{ title: "manageRealms", path: "/realms", when: "masterRealm" }],
  },
  {
    title: "manage",
    access: ["view-realm", "query-groups", "query-users", "query-clients", "query-organizations", "view-events"],
    entries: [
      { title: "organizations", path: "/organizations", when: "organizations" },
      { title: "clients", path: "/clients" },
      { title: "clientScopes", path: "/client-scopes" },
      { title: "realmRoles", path: "/roles" },
      { title: "users", path: "/users" },
      { title: "groups", path: "/groups" },
      TWO_FACTOR,
      { title: "sessions", path: "/sessions" },
      { title: "events", path: "/events" },
    ],
  },
  {
    title: "configure",
    access: ["view-realm", "query-clients", "view-identity-providers"],
    entries: [
      { title: "realmSettings", path: "/realm-settings" },
      { title: "authentication", path: "/authentication" },
      { title: "permissions", path: "/permissions", when: "permissions" },
      { title: "identityProviders", path: "/identity-providers" },
      { title: "userFederation", path: "/user-federation" },
      { title: "workflows", path: "/workflows", when: "workflows" },
    ],
  },
];

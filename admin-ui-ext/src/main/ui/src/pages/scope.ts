import { useRealm } from "@keycloak/keycloak-admin-ui";
import { createContext, useContext, useMemo } from "react";
import type { Organization } from "../api/types";
import { toOrganization, toOrganizationRoom, toRoom, toTab, type OrganizationTabName } from "./paths";

const ScopeContext = createContext<Organization | undefined>(undefined);

/** Pages within it are about an organization. */
export const OrganizationProvider = ScopeContext.Provider;

/** Returns what the surrounding page is about: an organization, or the realm. Pages of both share their components. */
export const useScope = () => {
  const organization = useContext(ScopeContext);
  const { realm } = useRealm();
  return useMemo(
    () =>
      organization
        ? {
            organization,
            /** Beginning of the paths in the admin API. */
            api: `/two-factor/organizations/${organization.id}`,
            toTab: (tab: OrganizationTabName) => toOrganization(realm, organization.id, tab),
            toRoom: (id: string) => toOrganizationRoom(realm, organization.id, id),
          }
        : {
            organization,
            api: "/two-factor",
            toTab: (tab: OrganizationTabName) => toTab(realm, tab),
            toRoom: (id: string) => toRoom(realm, id),
          },
    [organization, realm],
  );
};

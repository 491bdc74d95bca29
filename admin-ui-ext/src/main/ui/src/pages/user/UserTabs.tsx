import { useAccess, useAdminClient, useRealm, useServerInfo } from "@keycloak/keycloak-admin-ui";
import { useCallback } from "react";
import { useTranslation } from "react-i18next";
import { TabLinks } from "../../ui/TabLinks";
import { useLoad } from "../../ui/useLoad";

/** The tabs of the stock user page: path and message key. */
const STOCK_TABS = {
  settings: "details",
  attributes: "attributes",
  credentials: "credentials",
  "role-mapping": "roleMapping",
  groups: "groups",
  organizations: "organizations",
  consents: "consents",
  "identity-provider-links": "identityProviderLinks",
  sessions: "sessions",
  events: "events",
} as const;

type StockTab = keyof typeof STOCK_TABS;

/** Returns which tabs of the stock user page are hidden for a user. */
const useHidden = (id: string): Partial<Record<StockTab, boolean>> => {
  const { adminClient } = useAdminClient();
  const { hasAccess } = useAccess();
  const { realmRepresentation } = useRealm();
  const { features } = useServerInfo();
  const { data } = useLoad(
    useCallback(
      () => Promise.all([adminClient.users.findOne({ id }), adminClient.users.getProfile()]),
      [adminClient, id],
    ),
  );
  const [user, profile] = data ?? [];
  const mayView = user?.access?.view === true;
  return {
    attributes: profile?.unmanagedAttributePolicy === undefined,
    credentials: !mayView,
    "role-mapping": !mayView,
    groups: !hasAccess("query-groups"),
    organizations:
      realmRepresentation.organizationsEnabled !== true ||
      !features?.some(({ name, enabled }) => enabled && name === "ORGANIZATION"),
    events: !hasAccess("view-events"),
  };
};

/** Shows the stock user page's tabs and the two-factor tab, because the stock tabs can't be extended. */
export const UserTabs = ({ id }: { id: string }) => {
  const { t } = useTranslation();
  const { realm } = useRealm();
  const hidden = useHidden(id);
  const to = (tab: string) => `/${encodeURIComponent(realm)}/users/${encodeURIComponent(id)}/${tab}`;
  const stock = (Object.keys(STOCK_TABS) as StockTab[])
    .filter((tab) => hidden[tab] !== true)
    .map((tab) => ({ to: to(tab), label: t(STOCK_TABS[tab]) }));
  return <TabLinks label={t("userDetails")} tabs={[...stock, { to: to("two-factor"), label: t("twoFactor") }]} />;
};

import { useAccess, useRealm } from "@keycloak/keycloak-admin-ui";
import { useTranslation } from "react-i18next";
import { TabLinks } from "../../ui/TabLinks";
import { toOrganization, toStockOrganization } from "../paths";

/** The tabs of the stock page of an organization: path and message key. */
const STOCK_TABS = {
  settings: "settings",
  attributes: "attributes",
  members: "members",
  groups: "groups",
  identityProviders: "identityProviders",
  events: "adminEvents",
} as const;

type StockTab = keyof typeof STOCK_TABS;

/** Shows the stock tabs, if the administrator may open them, and the two-factor tab, because the stock tabs can't be extended. */
export const OrganizationTabs = ({ id }: { id: string }) => {
  const { t } = useTranslation();
  const { realm, realmRepresentation } = useRealm();
  const { hasAccess } = useAccess();
  const withEvents = realmRepresentation.adminEventsEnabled === true && hasAccess("view-events");
  const stock = hasAccess("view-organizations")
    ? (Object.keys(STOCK_TABS) as StockTab[])
        .filter((tab) => tab !== "events" || withEvents)
        .map((tab) => ({ to: toStockOrganization(realm, id, tab), label: t(STOCK_TABS[tab]) }))
    : [];
  return (
    <TabLinks
      label={t("organization")}
      tabs={[...stock, { to: toOrganization(realm, id), label: t("twoFactor"), isCurrent: true }]}
    />
  );
};

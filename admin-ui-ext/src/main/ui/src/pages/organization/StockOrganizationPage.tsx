import { useAccess, useRealm } from "@keycloak/keycloak-admin-ui";
import type { PropsWithChildren } from "react";
import { Navigate, useParams } from "react-router-dom";
import { StockTabs } from "../../ui/StockTabs";
import { toOrganization } from "../paths";

/**
 * The stock page of an organization with the two-factor tab. The stock page requires the role for all organizations;
 * administrators of single organizations are led to the tab, which they can open.
 */
export const StockOrganizationPage = ({ children }: PropsWithChildren) => {
  const { realm } = useRealm();
  const { hasAccess } = useAccess();
  const { id = "" } = useParams();
  const to = toOrganization(realm, id);
  return hasAccess("view-organizations") ? (
    <StockTabs to={to} testId="twoFactorOrganizationTab">
      {children}
    </StockTabs>
  ) : (
    <Navigate replace to={to} />
  );
};

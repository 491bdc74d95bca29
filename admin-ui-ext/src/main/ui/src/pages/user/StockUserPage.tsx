import { useRealm } from "@keycloak/keycloak-admin-ui";
import type { PropsWithChildren } from "react";
import { useParams } from "react-router-dom";
import { StockTabs } from "../../ui/StockTabs";
import { toUser } from "../paths";

/** The stock user page with the two-factor tab. */
export const StockUserPage = ({ children }: PropsWithChildren) => {
  const { realm } = useRealm();
  const { id = "" } = useParams();
  return (
    <StockTabs to={toUser(realm, id)} testId="twoFactorUserTab">
      {children}
    </StockTabs>
  );
};

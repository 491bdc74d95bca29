import type { RouteObject } from "react-router-dom";
import { ORGANIZATION_ACCESS } from "./pages/organizations/useMayOpenOrganizations";
import { StockOrganizationPage } from "./pages/organization/StockOrganizationPage";
import { StockUserPage } from "./pages/user/StockUserPage";

type Rights = { hasAny: (...roles: string[]) => boolean };

export const USER_PATH = "/:realm/users/:id/:tab";

export const ORGANIZATION_PATH = "/:realm/organizations/:id/:tab/*";

/** Access of the pages of organizations. */
export const organizationAccess = ({ hasAny }: Rights) => hasAny(...ORGANIZATION_ACCESS);

/** Adds the two-factor tab to the stock routes of users and organizations; returns all other routes unchanged. */
export const withTabs = (route: RouteObject): RouteObject => {
  switch (route.path) {
    case USER_PATH:
      return { ...route, element: <StockUserPage>{route.element}</StockUserPage> };
    case ORGANIZATION_PATH:
      return {
        ...route,
        element: <StockOrganizationPage>{route.element}</StockOrganizationPage>,
        handle: { ...(route.handle as object), access: organizationAccess },
      };
    default:
      return route;
  }
};

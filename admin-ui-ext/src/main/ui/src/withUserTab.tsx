import type { RouteObject } from "react-router-dom";
import { StockUserPage } from "./pages/user/StockUserPage";

export const USER_PATH = "/:realm/users/:id/:tab";

/** Adds the two-factor tab to the stock route of the user's page; returns all other routes unchanged. */
export const withUserTab = (route: RouteObject): RouteObject =>
  route.path === USER_PATH ? { ...route, element: <StockUserPage>{route.element}</StockUserPage> } : route;

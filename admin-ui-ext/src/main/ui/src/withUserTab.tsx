import type { RouteObject } from "react-router-dom";
import { StockUserPage } from "./pages/user/StockUserPage";

export const USER_PATH = "/:realm/users/:id/:tab";

/** The stock console's route, or where it is the user's page, that with our tab. */
export const withUserTab = (route: RouteObject): RouteObject =>
  route.path === USER_PATH ? { ...route, element: <StockUserPage>{route.element}</StockUserPage> } : route;

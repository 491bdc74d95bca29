import { routes } from "@keycloak/keycloak-admin-ui";
import { lazy } from "react";
import type { RouteObject } from "react-router-dom";

const TwoFactorSection = lazy(() => import("./pages/TwoFactorSection"));

export const TWO_FACTOR_PATH = "/two-factor";

/** The pages of the stock console, and ours before them. */
export const consoleRoutes: RouteObject[] = [
  {
    path: "/:realm/two-factor/:tab?",
    element: <TwoFactorSection />,
    handle: { access: "anyone" },
  },
  ...routes,
];

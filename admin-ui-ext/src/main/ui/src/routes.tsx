import { routes } from "@keycloak/keycloak-admin-ui";
import { lazy } from "react";
import type { RouteObject } from "react-router-dom";
import { organizationAccess, withTabs } from "./withTabs";

const PageFrame = lazy(() => import("./ui/PageFrame"));
const TwoFactorSection = lazy(() => import("./pages/TwoFactorSection"));
const RoomPage = lazy(() => import("./pages/rooms/RoomPage"));
const OrganizationFrame = lazy(() => import("./pages/organization/OrganizationFrame"));
const OrganizationTwoFactorPage = lazy(() => import("./pages/organization/OrganizationTwoFactorPage"));
const UserTwoFactorPage = lazy(() => import("./pages/user/UserTwoFactorPage"));

type Rights = { hasAny: (...roles: string[]) => boolean };

/** Roles that give access to at least one of our pages; each page checks its own. */
const handle = {
  access: ({ hasAny }: Rights) =>
    hasAny("manage-realm", "query-users", "view-users", "manage-users", "query-groups") ||
    organizationAccess({ hasAny }),
};

const ourRoutes: RouteObject[] = [
  {
    path: "/:realm/two-factor/:tab?",
    element: <TwoFactorSection />,
    handle,
  },
  {
    path: "/:realm/two-factor/data-rooms/:room",
    element: <RoomPage />,
    handle,
  },
  {
    path: "/:realm/organizations/:id/two-factor",
    element: <OrganizationFrame />,
    handle: { access: organizationAccess },
    children: [
      { path: ":tab?", element: <OrganizationTwoFactorPage /> },
      { path: "data-rooms/:room", element: <RoomPage /> },
    ],
  },
  {
    path: "/:realm/users/:id/two-factor",
    element: <UserTwoFactorPage />,
    handle: { access: "query-users" },
  },
];

const stockRoutes = routes.map(withTabs);

/** All routes: ours and those of the stock console. */
export const consoleRoutes: RouteObject[] = [...ourRoutes, ...stockRoutes];

/** The routes for the router. Our pages share one frame, which stays mounted during navigation between them. */
export const routeTree: RouteObject[] = [{ element: <PageFrame />, children: ourRoutes }, ...stockRoutes];

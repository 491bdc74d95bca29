import { routes } from "@keycloak/keycloak-admin-ui";
import { lazy } from "react";
import type { RouteObject } from "react-router-dom";
import { withUserTab } from "./withUserTab";

const PageFrame = lazy(() => import("./ui/PageFrame"));
const TwoFactorSection = lazy(() => import("./pages/TwoFactorSection"));
const RoomPage = lazy(() => import("./pages/rooms/RoomPage"));
const UserTwoFactorPage = lazy(() => import("./pages/user/UserTwoFactorPage"));

type Rights = { hasAny: (...roles: string[]) => boolean };

/** Roles that give access to at least one of our pages; each page checks its own. */
const handle = {
  access: ({ hasAny }: Rights) => hasAny("manage-realm", "query-users", "view-users", "manage-users", "query-groups"),
};

const ourRoutes: RouteObject[] = [
  {
    path: "/:realm/two-factor/:tab?",
    element: <TwoFactorSection />,
    handle,
  },
  {
    path: "/:realm/two-factor/data-rooms/:id",
    element: <RoomPage />,
    handle,
  },
  {
    path: "/:realm/users/:id/two-factor",
    element: <UserTwoFactorPage />,
    handle: { access: "query-users" },
  },
];

const stockRoutes = routes.map(withUserTab);

/** All routes: ours and those of the stock console. */
export const consoleRoutes: RouteObject[] = [...ourRoutes, ...stockRoutes];

/** The routes for the router. Our pages share one frame, which stays mounted during navigation between them. */
export const routeTree: RouteObject[] = [{ element: <PageFrame />, children: ourRoutes }, ...stockRoutes];

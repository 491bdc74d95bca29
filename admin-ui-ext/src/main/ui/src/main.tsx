import "@patternfly/patternfly/patternfly-addons.css";
import "@patternfly/react-core/dist/styles/base.css";
import "@keycloak/keycloak-admin-ui/styles.css";
import { StrictMode } from "react";
import { createHashRouter, RouterProvider } from "react-router-dom";
import { i18n } from "./i18n";
import { createRoot } from "./react-dom";
import { routeTree } from "./routes";
import { Root } from "./shell/Root";

await i18n.init();

const router = createHashRouter([{ path: "/", element: <Root />, children: routeTree }]);

createRoot(document.getElementById("app")!).render(
  <StrictMode>
    <RouterProvider router={router} />
  </StrictMode>,
);

import { AdminClientProvider, AppContexts, KeycloakProvider } from "@keycloak/keycloak-admin-ui";
import { environment } from "../environment";
import { Layout } from "./Layout";

/** The console as Keycloak nests it, with a layout of our own. */
export const Root = () => (
  <KeycloakProvider environment={environment}>
    <AdminClientProvider>
      <AppContexts>
        <Layout />
      </AppContexts>
    </AdminClientProvider>
  </KeycloakProvider>
);

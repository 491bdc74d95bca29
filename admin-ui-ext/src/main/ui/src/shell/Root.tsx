import { AdminClientProvider, AppContexts, KeycloakProvider } from "@keycloak/keycloak-admin-ui";
import { environment } from "../environment";
import { Layout } from "./Layout";

/** The providers of the stock console in its order, with our own layout. */
export const Root = () => (
  <KeycloakProvider environment={environment}>
    <AdminClientProvider>
      <AppContexts>
        <Layout />
      </AppContexts>
    </AdminClientProvider>
  </KeycloakProvider>
);

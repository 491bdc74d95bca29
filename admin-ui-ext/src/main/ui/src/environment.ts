import type { AdminEnvironment } from "@keycloak/keycloak-admin-ui";

/** The environment that the server writes into the console's page. */
export const environment = JSON.parse(document.getElementById("environment")?.textContent ?? "{}") as AdminEnvironment;

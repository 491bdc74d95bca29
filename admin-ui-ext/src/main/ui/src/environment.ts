import type { AdminEnvironment } from "@keycloak/keycloak-admin-ui";

/** What the server wrote into the console's page. */
export const environment = JSON.parse(document.getElementById("environment")?.textContent ?? "{}") as AdminEnvironment;

import { createInstance } from "i18next";
import FetchBackend from "i18next-fetch-backend";
import { initReactI18next } from "react-i18next";
import { environment } from "./environment";

type Message = { key: string; value: string };

/**
 * Messages from Keycloak; namespaces are realms. The realm that is looked at has its own translations and the messages
 * of its own theme, which need not be ours: then those of the realm one has signed in to, whose theme this is.
 */
export const i18n = createInstance({
  fallbackLng: "en",
  keySeparator: ".",
  nsSeparator: false,
  interpolation: { escapeValue: false },
  ns: [environment.realm],
  defaultNS: [environment.realm],
  fallbackNS: [environment.realm],
  backend: {
    loadPath: `${environment.adminBaseUrl.replace(/\/$/, "")}/resources/{{ns}}/admin/{{lng}}`,
    parse: (body: string) => Object.fromEntries((JSON.parse(body) as Message[]).map(({ key, value }) => [key, value])),
  },
})
  .use(FetchBackend)
  .use(initReactI18next);

import { createInstance } from "i18next";
import FetchBackend from "i18next-fetch-backend";
import { initReactI18next } from "react-i18next";
import { environment } from "./environment";

type Message = { key: string; value: string };

/**
 * Messages from Keycloak, with one namespace per realm. The displayed realm has its own translations and the messages of
 * its own theme, which may not be this one. The fallback is the realm of the administrator's session, which has this theme.
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

import { useAdminClient, useEnvironment, useRealm, type AdminEnvironment } from "@keycloak/keycloak-admin-ui";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { ApiError } from "./ApiError";

export type Query = Record<string, string | number | boolean | undefined>;

type Options = {
  query?: Query;
  body?: unknown;
  headers?: Record<string, string>;
};

const queryString = (query: Query = {}) => {
  const entries = Object.entries(query).filter(([, value]) => value !== undefined && value !== "" && value !== false);
  return entries.length === 0
    ? ""
    : `?${new URLSearchParams(entries.map(([name, value]) => [name, String(value)])).toString()}`;
};

const jsonOf = async (response: Response): Promise<unknown> => {
  const text = await response.text();
  if (text === "") {
    return null;
  }
  try {
    return JSON.parse(text);
  } catch {
    return { errorMessage: text };
  }
};

/** Calls paths below `/admin/realms/{realm}` with the token of the current administrator. */
export const useApi = () => {
  const { adminClient } = useAdminClient();
  const { environment } = useEnvironment<AdminEnvironment>();
  const { realm } = useRealm();
  const { i18n } = useTranslation();
  const language = i18n.language;

  return useMemo(() => {
    const base = `${environment.adminBaseUrl.replace(/\/$/, "")}/admin/realms/${encodeURIComponent(realm)}`;

    const send = async (method: string, path: string, { query, body, headers }: Options = {}): Promise<Response> => {
      const token = await adminClient.getAccessToken();
      const response = await fetch(`${base}${path}${queryString(query)}`, {
        method,
        headers: {
          Authorization: `Bearer ${token ?? ""}`,
          "Accept-Language": language,
          ...(body !== undefined && { "Content-Type": "application/json" }),
          ...headers,
        },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      });
      if (!response.ok) {
        throw new ApiError(response.status, (await jsonOf(response)) ?? {});
      }
      return response;
    };

    const json = async <T>(method: string, path: string, options?: Options) =>
      (await jsonOf(await send(method, path, options))) as T;

    return { send, json };
  }, [adminClient, environment.adminBaseUrl, realm, language]);
};

export type Api = ReturnType<typeof useApi>;

import { useCallback, useMemo } from "react";
import { useTranslation } from "react-i18next";
import { useLoad } from "../ui/useLoad";
import type { KnownMethod, Method, Status } from "./types";
import { useApi } from "./useApi";

/** Loads the methods that the server knows, the strongest first. */
export const useMethods = () => {
  const api = useApi();
  return useLoad(useCallback(() => api.json<KnownMethod[]>("GET", "/two-factor/methods"), [api]));
};

const BEFORE: Status[] = ["none"];
const AFTER: Status[] = ["both", "several", "exempt", "in-grace", "locked"];

/** Returns the statuses that users can have, with those of single methods in between. */
export const statusesOf = (methods: Method[]): Status[] => [...BEFORE, ...methods, ...AFTER, "unknown"];

/** Puts statuses in the order in which pages list them. */
export const inOrder = (statuses: Status[]): Status[] => {
  const single = statuses.filter((status) => !statusesOf([]).includes(status));
  return statusesOf(single).filter((status) => statuses.includes(status));
};

/** Returns the texts about methods. A method without texts has its own name. */
export const useMethodTexts = () => {
  const { t, i18n } = useTranslation();
  return useMemo(() => {
    const text = (key: string, otherwise: string) => (i18n.exists(key) ? t(key) : otherwise);
    const by = (method: Method) => text(`twoFactorBy_${method}`, method);
    const anyOf = (methods: Method[]) =>
      new Intl.ListFormat(i18n.language, { type: "disjunction" }).format(methods.map(by));
    return {
      name: (method: Method) => text(`twoFactorMethod_${method}`, method),
      short: (method: Method) => text(`twoFactorShort_${method}`, method),
      help: (method: Method) => text(`twoFactorMethodHelp_${method}`, ""),
      anyOf,
      type: (type: string) => text(`twoFactorType_${type}`, type),
      status: (status: Status) => text(`twoFactorStatus_${status}`, t("twoFactorStatusBy", { factors: by(status) })),
    };
  }, [t, i18n]);
};

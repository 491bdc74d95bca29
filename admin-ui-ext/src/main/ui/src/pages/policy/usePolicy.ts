import { useCallback, useMemo } from "react";
import type { DryRun, Policy } from "../../api/types";
import { useApi } from "../../api/useApi";
import { useLoad } from "../../ui/useLoad";

type Versioned = { policy: Policy; version: string };

const PATH = "/two-factor/policy";

/** Loads and saves the tenant policy. Saving fails if somebody else has changed it since it was loaded. */
export const usePolicy = () => {
  const api = useApi();

  const load = useCallback(async (): Promise<Versioned> => {
    const response = await api.send("GET", PATH);
    return {
      policy: (await response.json()) as Policy,
      version: response.headers.get("ETag") ?? "*",
    };
  }, [api]);
  const loaded = useLoad(load);
  const { replace } = loaded;
  const version = loaded.data?.version ?? "*";

  const save = useCallback(
    async (policy: Policy) => {
      const response = await api.send("PUT", PATH, {
        body: policy,
        headers: { "If-Match": version },
      });
      replace({
        policy: (await response.json()) as Policy,
        version: response.headers.get("ETag") ?? "*",
      });
    },
    [api, replace, version],
  );

  const dryRun = useCallback(
    (policy: Policy) => api.json<DryRun>("PUT", PATH, { query: { dryRun: true }, body: policy }),
    [api],
  );

  return useMemo(() => ({ loaded, save, dryRun }), [loaded, save, dryRun]);
};

import { useCallback, useMemo } from "react";
import type { AnyPolicy, DryRun } from "../../api/types";
import { useApi } from "../../api/useApi";
import { withoutBlanks } from "../../form/paths";
import { useLoad } from "../../ui/useLoad";
import { useScope } from "../scope";

type Versioned<P> = { policy: P; version: string };

const versioned = async <P>(response: Response): Promise<Versioned<P>> => ({
  policy: (await response.json()) as P,
  version: response.headers.get("ETag") ?? "*",
});

/**
 * Loads and saves the policy of the realm or organization. Saving fails if somebody else has changed it since it was
 * loaded.
 */
export const usePolicy = <P extends AnyPolicy = AnyPolicy>() => {
  const api = useApi();
  const path = `${useScope().api}/policy`;

  const loaded = useLoad(useCallback(async () => versioned<P>(await api.send("GET", path)), [api, path]));
  const { replace } = loaded;
  const version = loaded.data?.version ?? "*";

  const save = useCallback(
    async (policy: P) =>
      replace(
        await versioned<P>(
          await api.send("PUT", path, { body: withoutBlanks(policy), headers: { "If-Match": version } }),
        ),
      ),
    [api, path, replace, version],
  );

  const dryRun = useCallback(
    (policy: P) => api.json<DryRun>("PUT", path, { query: { dryRun: true }, body: withoutBlanks(policy) }),
    [api, path],
  );

  return useMemo(() => ({ loaded, save, dryRun }), [loaded, save, dryRun]);
};

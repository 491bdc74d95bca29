import { useCallback, useEffect, useState } from "react";

export type Loaded<T> = {
  data?: T;
  error?: unknown;
  /** Loads again; the current data stays until then. */
  reload: () => void;
  /** Replaces the loaded data by data from another response. */
  replace: (data: T) => void;
};

/**
 * Loads data, and again when `load` changes. Ignores a response after a newer request has started.
 *
 * @param load a function memoized with useCallback
 */
export const useLoad = <T>(load: () => Promise<T>): Loaded<T> => {
  const [state, setState] = useState<{ data?: T; error?: unknown }>({});
  const [generation, setGeneration] = useState(0);

  useEffect(() => {
    let current = true;
    load().then(
      (data) => current && setState({ data }),
      (error: unknown) => current && setState({ error }),
    );
    return () => {
      current = false;
    };
  }, [load, generation]);

  const reload = useCallback(() => setGeneration((previous) => previous + 1), []);
  const replace = useCallback((data: T) => setState({ data }), []);
  return { ...state, reload, replace };
};

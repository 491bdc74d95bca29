import { useCallback, useEffect, useState } from "react";

export type Loaded<T> = {
  data?: T;
  error?: unknown;
  /** Loads again; what is there stays until then. */
  reload: () => void;
  /** Puts what an answer has brought in the place of what was loaded. */
  replace: (data: T) => void;
};

/**
 * Loads something, and again when `load` changes; an answer that a later one has overtaken is dropped.
 *
 * @param load made by useCallback
 */
export const useLoad = <T>(load: () => Promise<T>): Loaded<T> => {
  const [state, setState] = useState<{ data?: T; error?: unknown }>({});
  const [turn, setTurn] = useState(0);

  useEffect(() => {
    let current = true;
    load().then(
      (data) => current && setState({ data }),
      (error: unknown) => current && setState({ error }),
    );
    return () => {
      current = false;
    };
  }, [load, turn]);

  const reload = useCallback(() => setTurn((previous) => previous + 1), []);
  const replace = useCallback((data: T) => setState({ data }), []);
  return { ...state, reload, replace };
};

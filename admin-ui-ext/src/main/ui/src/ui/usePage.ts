import { useCallback, useState } from "react";
import { useSearchParams } from "react-router-dom";
import type { Query } from "../api/useApi";
import { useLoad } from "./useLoad";

export const PAGE_SIZE = 20;

/**
 * Loads one page of a list from the server; its filters are in the address. Requests one row more than is shown, to
 * determine whether there is a next page.
 */
export const usePage = <T>(fetchRows: (query: Query) => Promise<T[]>) => {
  const [parameters, setParameters] = useSearchParams();
  const search = parameters.get("search") ?? "";
  const status = parameters.get("status") ?? "";
  const [page, setPage] = useState(1);

  const load = useCallback(
    () =>
      fetchRows({
        search,
        status,
        first: (page - 1) * PAGE_SIZE,
        max: PAGE_SIZE + 1,
      }),
    [fetchRows, search, status, page],
  );
  const loaded = useLoad(load);

  const narrow = (name: "search" | "status", value: string) => {
    setPage(1);
    setParameters(
      (before) => {
        const after = new URLSearchParams(before);
        if (value === "") {
          after.delete(name);
        } else {
          after.set(name, value);
        }
        return after;
      },
      { replace: true },
    );
  };

  return { loaded, page, setPage, search, status, narrow };
};

/** The part of a list's state that its toolbar needs. */
export type ListState = Pick<ReturnType<typeof usePage>, "page" | "setPage" | "search" | "status" | "narrow"> & {
  loaded: { data?: unknown[] };
};

import {
  FormSelect,
  FormSelectOption,
  Pagination,
  SearchInput,
  Toolbar,
  ToolbarContent,
  ToolbarItem,
} from "@patternfly/react-core";
import { useState, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useMethodTexts } from "../api/methods";
import type { Status } from "../api/types";
import { PAGE_SIZE, type ListState } from "./usePage";

type ListToolbarProps = {
  list: ListState;
  label: string;
  statuses?: readonly Status[];
  children?: ReactNode;
};

/** Shows search, filter and pagination of a list. */
export const ListToolbar = ({ list, label, statuses, children }: ListToolbarProps) => {
  const { t } = useTranslation();
  const texts = useMethodTexts();
  const [typed, setTyped] = useState(list.search);
  const rows = list.loaded.data?.length ?? 0;
  const first = (list.page - 1) * PAGE_SIZE;
  return (
    <Toolbar>
      <ToolbarContent>
        <ToolbarItem variant="search-filter">
          <SearchInput
            aria-label={label}
            placeholder={label}
            value={typed}
            onChange={(_event, text) => setTyped(text)}
            onSearch={() => list.narrow("search", typed.trim())}
            onClear={() => {
              setTyped("");
              list.narrow("search", "");
            }}
            submitSearchButtonLabel={t("twoFactorSearch")}
            resetButtonLabel={t("twoFactorClear")}
          />
        </ToolbarItem>
        {statuses && (
          <ToolbarItem>
            <FormSelect
              aria-label={t("twoFactorColumn_status")}
              value={list.status}
              onChange={(_event, status) => list.narrow("status", status)}
              data-testid="twoFactorStatusFilter"
            >
              <FormSelectOption value="" label={t("twoFactorAnyStatus")} />
              {statuses.map((status) => (
                <FormSelectOption key={status} value={status} label={texts.status(status)} />
              ))}
            </FormSelect>
          </ToolbarItem>
        )}
        {children}
        <ToolbarItem variant="pagination">
          <Pagination
            isCompact
            page={list.page}
            perPage={PAGE_SIZE}
            perPageOptions={[]}
            toggleTemplate={({ firstIndex, lastIndex }) => (
              <>
                {firstIndex} – {lastIndex}
              </>
            )}
            {...(rows <= PAGE_SIZE && { itemCount: first + rows })}
            onNextClick={(_event, next) => list.setPage(next)}
            onPreviousClick={(_event, previous) => list.setPage(previous)}
            titles={{
              paginationAriaLabel: t("twoFactorPages"),
              toPreviousPageAriaLabel: t("twoFactorPreviousPage"),
              toNextPageAriaLabel: t("twoFactorNextPage"),
              optionsToggleAriaLabel: t("twoFactorPages"),
            }}
          />
        </ToolbarItem>
      </ToolbarContent>
    </Toolbar>
  );
};

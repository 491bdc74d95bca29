import { Table, Tbody, Td, Th, Thead, Tr } from "@patternfly/react-table";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Bar } from "./Bar";

type CountRow = { kind: string; name: ReactNode; count: number };

type CountTableProps = {
  label: string;
  column: string;
  testId: (kind: string) => string;
  rows: CountRow[];
  total: number;
};

/** Shows a bar for each count in a table, so that screen readers can read it. */
export const CountTable = ({ label, column, testId, rows, total }: CountTableProps) => {
  const { t, i18n } = useTranslation();
  const number = new Intl.NumberFormat(i18n.language);
  return (
    <Table variant="compact" gridBreakPoint="grid-md" aria-label={label}>
      <Thead>
        <Tr>
          <Th width={30}>{column}</Th>
          <Th width={15}>{t("twoFactorColumn_count")}</Th>
          <Th>{t("twoFactorColumn_share")}</Th>
        </Tr>
      </Thead>
      <Tbody>
        {rows.map(({ kind, name, count }) => (
          <Tr key={kind} data-testid={testId(kind)}>
            <Td dataLabel={column}>{name}</Td>
            <Td dataLabel={t("twoFactorColumn_count")}>{number.format(count)}</Td>
            <Td dataLabel={t("twoFactorColumn_share")}>
              <Bar count={count} total={total} kind={kind} />
            </Td>
          </Tr>
        ))}
      </Tbody>
    </Table>
  );
};

import { Table, Tbody, Td, Th, Thead, Tr } from "@patternfly/react-table";
import { useTranslation } from "react-i18next";
import type { Counts } from "../../api/report";
import { inOrder, useMethodTexts } from "../../api/methods";
import { Bar } from "./Bar";

type BarsProps = { label: string; counts: Counts; total: number };

/** Shows a bar for each status in a table, so that screen readers can read it. */
export const Bars = ({ label, counts, total }: BarsProps) => {
  const { t, i18n } = useTranslation();
  const texts = useMethodTexts();
  const number = new Intl.NumberFormat(i18n.language);
  return (
    <Table variant="compact" gridBreakPoint="grid-md" aria-label={label}>
      <Thead>
        <Tr>
          <Th width={30}>{t("twoFactorColumn_status")}</Th>
          <Th width={15}>{t("twoFactorColumn_count")}</Th>
          <Th>{t("twoFactorColumn_share")}</Th>
        </Tr>
      </Thead>
      <Tbody>
        {inOrder(Object.keys(counts)).map((status) => {
          const count = counts[status] ?? 0;
          return (
            <Tr key={status} data-testid={`twoFactorCount-${status}`}>
              <Td dataLabel={t("twoFactorColumn_status")}>{texts.status(status)}</Td>
              <Td dataLabel={t("twoFactorColumn_count")}>{number.format(count)}</Td>
              <Td dataLabel={t("twoFactorColumn_share")}>
                <Bar count={count} total={total} kind={status} />
              </Td>
            </Tr>
          );
        })}
      </Tbody>
    </Table>
  );
};

import { Table, Tbody, Td, Th, Thead, Tr } from "@patternfly/react-table";
import { useTranslation } from "react-i18next";
import { useMethodTexts } from "../../api/methods";
import type { FactorCounts } from "../../api/report";
import { MethodIcon } from "../../ui/MethodIcon";
import { Bar } from "./Bar";

type FactorBarsProps = { label: string; counts: FactorCounts; total: number };

/** Shows a bar for each accepted factor. Users with several factors are counted for each. */
export const FactorBars = ({ label, counts, total }: FactorBarsProps) => {
  const { t, i18n } = useTranslation();
  const texts = useMethodTexts();
  const number = new Intl.NumberFormat(i18n.language);
  return (
    <Table variant="compact" gridBreakPoint="grid-md" aria-label={label}>
      <Thead>
        <Tr>
          <Th width={30}>{t("twoFactorColumn_factor")}</Th>
          <Th width={15}>{t("twoFactorColumn_count")}</Th>
          <Th>{t("twoFactorColumn_share")}</Th>
        </Tr>
      </Thead>
      <Tbody>
        {Object.entries(counts).map(([method, count]) => (
          <Tr key={method} data-testid={`twoFactorHaving-${method}`}>
            <Td dataLabel={t("twoFactorColumn_factor")}>
              <MethodIcon method={method} /> {texts.name(method)}
            </Td>
            <Td dataLabel={t("twoFactorColumn_count")}>{number.format(count)}</Td>
            <Td dataLabel={t("twoFactorColumn_share")}>
              <Bar count={count} total={total} kind={method} />
            </Td>
          </Tr>
        ))}
      </Tbody>
    </Table>
  );
};

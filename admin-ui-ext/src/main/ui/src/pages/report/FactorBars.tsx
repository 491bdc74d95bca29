import { useTranslation } from "react-i18next";
import { useMethodTexts } from "../../api/methods";
import type { FactorCounts } from "../../api/report";
import { MethodIcon } from "../../ui/MethodIcon";
import { CountTable } from "./CountTable";

type FactorBarsProps = { label: string; counts: FactorCounts; total: number };

/** Shows a bar for each accepted factor. Users with several factors are counted for each. */
export const FactorBars = ({ label, counts, total }: FactorBarsProps) => {
  const { t } = useTranslation();
  const texts = useMethodTexts();
  const rows = Object.entries(counts).map(([method, count]) => ({
    kind: method,
    name: (
      <>
        <MethodIcon method={method} /> {texts.name(method)}
      </>
    ),
    count,
  }));
  return (
    <CountTable
      label={label}
      column={t("twoFactorColumn_factor")}
      testId={(kind) => `twoFactorHaving-${kind}`}
      rows={rows}
      total={total}
    />
  );
};

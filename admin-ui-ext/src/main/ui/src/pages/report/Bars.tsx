import { useTranslation } from "react-i18next";
import type { Counts } from "../../api/report";
import { inOrder, useMethodTexts } from "../../api/methods";
import { CountTable } from "./CountTable";

type BarsProps = { label: string; counts: Counts; total: number };

/** Shows a bar for each status. */
export const Bars = ({ label, counts, total }: BarsProps) => {
  const { t } = useTranslation();
  const texts = useMethodTexts();
  const rows = inOrder(Object.keys(counts)).map((status) => ({
    kind: status,
    name: texts.status(status),
    count: counts[status] ?? 0,
  }));
  return (
    <CountTable
      label={label}
      column={t("twoFactorColumn_status")}
      testId={(kind) => `twoFactorCount-${kind}`}
      rows={rows}
      total={total}
    />
  );
};

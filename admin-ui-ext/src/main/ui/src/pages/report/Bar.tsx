import { useTranslation } from "react-i18next";

const PER_CENT = 100;

type BarProps = {
  count: number;
  total: number;
  /** What it counts, by which it has its colour. */
  kind: string;
};

/** A share as a percentage and as a bar. */
export const Bar = ({ count, total, kind }: BarProps) => {
  const { i18n } = useTranslation();
  const share = total === 0 ? 0 : count / total;
  return (
    <>
      {new Intl.NumberFormat(i18n.language, { style: "percent" }).format(share)}
      {count > 0 && (
        <span className={`strongroom-bar strongroom-bar-${kind}`} style={{ width: `${share * PER_CENT}%` }} />
      )}
    </>
  );
};

import { useTranslation } from "react-i18next";

type BarProps = {
  count: number;
  total: number;
  /** What is counted; determines the color. */
  kind: string;
};

/** Shows a share as a percentage and as a bar. */
export const Bar = ({ count, total, kind }: BarProps) => {
  const { i18n } = useTranslation();
  const share = total === 0 ? 0 : count / total;
  return (
    <>
      {new Intl.NumberFormat(i18n.language, { style: "percent" }).format(share)}
      {count > 0 && <span className={`strongroom-bar strongroom-bar-${kind}`} style={{ width: `${share * 100}%` }} />}
    </>
  );
};

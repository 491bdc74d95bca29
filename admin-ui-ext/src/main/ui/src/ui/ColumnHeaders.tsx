import { Th, Thead, Tr } from "@patternfly/react-table";
import { useTranslation } from "react-i18next";

type ColumnHeadersProps = {
  /** Names of the columns; the headings are `twoFactorColumn_<name>`. */
  columns: readonly string[];
};

/** Shows the headings of a table whose last column contains actions. */
export const ColumnHeaders = ({ columns }: ColumnHeadersProps) => {
  const { t } = useTranslation();
  return (
    <Thead>
      <Tr>
        {columns.map((column) => (
          <Th key={column} modifier="wrap">
            {t(`twoFactorColumn_${column}`)}
          </Th>
        ))}
        <Th screenReaderText={t("twoFactorColumn_actions")} />
      </Tr>
    </Thead>
  );
};

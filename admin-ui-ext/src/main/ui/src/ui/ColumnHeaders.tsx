import { Th, Thead, Tr } from "@patternfly/react-table";
import { useTranslation } from "react-i18next";

type ColumnHeadersProps = {
  /** Each with its heading, `twoFactorColumn_<name>`. */
  columns: readonly string[];
};

/** The headings of a table whose rows end with what can be done. */
export const ColumnHeaders = ({ columns }: ColumnHeadersProps) => {
  const { t } = useTranslation();
  return (
    <Thead>
      <Tr>
        {columns.map((column) => (
          <Th key={column}>{t(`twoFactorColumn_${column}`)}</Th>
        ))}
        <Th screenReaderText={t("twoFactorColumn_actions")} />
      </Tr>
    </Thead>
  );
};

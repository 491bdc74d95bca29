import { ActionGroup, Button } from "@patternfly/react-core";
import { useTranslation } from "react-i18next";

type SaveBarProps = {
  dirty: boolean;
  busy: boolean;
  onRevert: () => void;
};

/** Shows the buttons to save and to revert; both are disabled if there are no changes. */
export const SaveBar = ({ dirty, busy, onRevert }: SaveBarProps) => {
  const { t } = useTranslation();
  return (
    <ActionGroup>
      <Button type="submit" isDisabled={!dirty || busy} isLoading={busy} data-testid="twoFactorSave">
        {t("twoFactorSave")}
      </Button>
      <Button variant="link" isDisabled={!dirty || busy} onClick={onRevert}>
        {t("twoFactorRevert")}
      </Button>
    </ActionGroup>
  );
};

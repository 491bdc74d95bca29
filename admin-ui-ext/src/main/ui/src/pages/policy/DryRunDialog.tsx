import {
  Button,
  DescriptionList,
  DescriptionListDescription,
  DescriptionListGroup,
  DescriptionListTerm,
  Modal,
  ModalVariant,
} from "@patternfly/react-core";
import { useTranslation } from "react-i18next";
import type { DryRun } from "../../api/types";
import { OwnersMissing } from "./OwnersMissing";

type DryRunDialogProps = {
  trial: DryRun;
  isOff: boolean;
  /** Whether owners without a factor keep it from being saved. */
  isRequiredAnew: boolean;
  busy: boolean;
  onConfirm: () => void;
  onClose: () => void;
};

const COUNTS = ["asked", "mustEnrol", "inGrace", "exempt"] as const;

/** What a rule would do, before it holds. */
export const DryRunDialog = ({ trial, isOff, isRequiredAnew, busy, onConfirm, onClose }: DryRunDialogProps) => {
  const { t } = useTranslation();
  return (
    <Modal
      isOpen
      variant={ModalVariant.small}
      title={t("twoFactorDryRunTitle")}
      description={t("twoFactorDryRunUsers", { count: trial.users })}
      onClose={onClose}
      actions={[
        <Button
          key="save"
          onClick={onConfirm}
          isDisabled={busy || (isRequiredAnew && trial.owners.length > 0)}
          isLoading={busy}
          data-testid="twoFactorConfirm"
        >
          {t("twoFactorSave")}
        </Button>,
        <Button key="back" variant="link" onClick={onClose}>
          {t("twoFactorBack")}
        </Button>,
      ]}
    >
      <DescriptionList isHorizontal isCompact>
        {COUNTS.map((name) => (
          <DescriptionListGroup key={name}>
            <DescriptionListTerm>{t(`twoFactorDryRun_${name}`)}</DescriptionListTerm>
            <DescriptionListDescription data-testid={`twoFactor-${name}`}>{trial[name]}</DescriptionListDescription>
          </DescriptionListGroup>
        ))}
      </DescriptionList>
      {!isOff && trial.owners.length > 0 && <OwnersMissing owners={trial.owners} isRefused={isRequiredAnew} />}
    </Modal>
  );
};

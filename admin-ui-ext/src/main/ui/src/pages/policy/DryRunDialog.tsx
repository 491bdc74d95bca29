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
import { useScope } from "../scope";
import { DryRunByFactor } from "./DryRunByFactor";
import { OwnersMissing } from "./OwnersMissing";

type DryRunDialogProps = {
  preview: DryRun;
  isOff: boolean;
  /** Whether the policy is newly required, so that it can't be saved while owners have no factor. */
  isNewlyRequired: boolean;
  busy: boolean;
  onConfirm: () => void;
  onClose: () => void;
};

const COUNTS = ["asked", "mustEnrol", "inGrace", "refused", "exempt"] as const;

/** Shows the effect of a policy before it is saved. */
export const DryRunDialog = ({ preview, isOff, isNewlyRequired, busy, onConfirm, onClose }: DryRunDialogProps) => {
  const { t } = useTranslation();
  const { organization } = useScope();
  return (
    <Modal
      isOpen
      variant={ModalVariant.small}
      title={t("twoFactorDryRunTitle")}
      description={t(organization ? "twoFactorDryRunMembers" : "twoFactorDryRunUsers", { count: preview.users })}
      onClose={onClose}
      actions={[
        <Button
          key="save"
          onClick={onConfirm}
          isDisabled={busy || (isNewlyRequired && preview.owners.length > 0)}
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
        {COUNTS.filter((name) => name !== "refused" || preview.refused > 0).map((name) => (
          <DescriptionListGroup key={name}>
            <DescriptionListTerm>{t(`twoFactorDryRun_${name}`)}</DescriptionListTerm>
            <DescriptionListDescription data-testid={`twoFactor-${name}`}>{preview[name]}</DescriptionListDescription>
          </DescriptionListGroup>
        ))}
      </DescriptionList>
      <DryRunByFactor preview={preview} />
      {!isOff && preview.owners.length > 0 && <OwnersMissing owners={preview.owners} isRefused={isNewlyRequired} />}
    </Modal>
  );
};

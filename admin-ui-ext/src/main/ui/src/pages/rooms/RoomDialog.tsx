import { Button, Form, Modal, ModalVariant } from "@patternfly/react-core";
import type { FormEvent, ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { DraftProvider } from "../../form/DraftContext";
import { CheckboxField, RadioField, TextField } from "../../form/fields";
import type { Draft } from "../../form/useDraft";

type RoomDialogProps = {
  title: string;
  action: string;
  draft: Draft<unknown>;
  busy: boolean;
  onSubmit: (event: FormEvent) => void;
  onClose: () => void;
  /** Fields that only this dialog has. */
  children?: ReactNode;
};

const FORM = "twoFactorRoomForm";

/** Edits the rule of a data room; its details are shown if it is enforced. */
export const RoomDialog = ({ title, action, draft, busy, onSubmit, onClose, children }: RoomDialogProps) => {
  const { t } = useTranslation();
  return (
    <Modal
      isOpen
      variant={ModalVariant.medium}
      title={title}
      onClose={onClose}
      actions={[
        <Button key="save" type="submit" form={FORM} isDisabled={busy} isLoading={busy} data-testid="twoFactorConfirm">
          {action}
        </Button>,
        <Button key="cancel" variant="link" onClick={onClose}>
          {t("twoFactorCancel")}
        </Button>,
      ]}
    >
      <DraftProvider value={{ ...draft, isDisabled: busy }}>
        <Form id={FORM} onSubmit={onSubmit} noValidate>
          <TextField name="name" />
          {children}
          <CheckboxField name="enforced" />
          {draft.get("enforced") === true && (
            <>
              <RadioField
                name="withoutNumber"
                choices={["enrol", "allow", "refuse"].map((value) => ({ value, key: value }))}
              />
              <RadioField
                name="methods"
                choices={[
                  { value: ["sms"], key: "roomSms" },
                  { value: ["totp"], key: "roomTotp" },
                  { value: ["totp", "sms"], key: "roomBoth" },
                ]}
              />
            </>
          )}
        </Form>
      </DraftProvider>
    </Modal>
  );
};

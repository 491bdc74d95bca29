import { Button, Form, Modal, ModalVariant } from "@patternfly/react-core";
import type { FormEvent, ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useMethods } from "../../api/methods";
import { DraftProvider } from "../../form/DraftContext";
import { CheckboxField, RadioField, TextField } from "../../form/fields";
import { MethodsField } from "../../form/MethodsField";
import type { Draft } from "../../form/useDraft";
import { Await } from "../../ui/Await";

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
  const methods = useMethods();
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
              <Await what={methods}>
                {(known) => <MethodsField name="methods" methods={known.map(({ method }) => method)} />}
              </Await>
            </>
          )}
        </Form>
      </DraftProvider>
    </Modal>
  );
};

import { Alert, Button, Form, FormSection } from "@patternfly/react-core";
import { useState, type FormEvent } from "react";
import { useTranslation } from "react-i18next";
import { ApiError } from "../../api/ApiError";
import type { DryRun, Policy } from "../../api/types";
import { DraftProvider } from "../../form/DraftContext";
import { NumberField, RadioField, SwitchField, TextField } from "../../form/fields";
import { SaveBar } from "../../form/SaveBar";
import { same } from "../../form/paths";
import { useDraft } from "../../form/useDraft";
import { WordsField } from "../../form/WordsField";
import { useAlerts } from "../../ui/Alerts";
import { UnsavedChanges } from "../../ui/UnsavedChanges";
import { DryRunDialog } from "./DryRunDialog";

type PolicyFormProps = {
  policy: Policy;
  save: (policy: Policy) => Promise<void>;
  dryRun: (policy: Policy) => Promise<DryRun>;
  reload: () => void;
};

const CHANGED_MEANWHILE = 412;

export const PolicyForm = ({ policy, save, dryRun, reload }: PolicyFormProps) => {
  const { t } = useTranslation();
  const { done, failed } = useAlerts();
  const draft = useDraft(policy);
  const [trial, setTrial] = useState<DryRun>();
  const [busy, setBusy] = useState(false);
  const [overtaken, setOvertaken] = useState(false);

  const attempt = async (step: () => Promise<void>) => {
    setBusy(true);
    try {
      await step();
    } catch (error) {
      setTrial(undefined);
      setOvertaken(error instanceof ApiError && error.status === CHANGED_MEANWHILE);
      draft.refused(error);
      failed(error);
    } finally {
      setBusy(false);
    }
  };

  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    void attempt(async () => setTrial(await dryRun(draft.value)));
  };
  const onConfirm = () =>
    void attempt(async () => {
      await save(draft.value);
      setTrial(undefined);
      done(t("twoFactorPolicySaved"));
    });

  return (
    <DraftProvider value={{ ...draft, isDisabled: busy }}>
      <UnsavedChanges when={draft.dirty} />
      {overtaken && (
        <Alert
          component="h2"
          isInline
          className="pf-v5-u-mb-md"
          variant="warning"
          title={t("twoFactorOvertaken")}
          actionLinks={
            <Button
              variant="link"
              isInline
              onClick={() => {
                setOvertaken(false);
                reload();
              }}
            >
              {t("twoFactorLoadCurrent")}
            </Button>
          }
        />
      )}
      <Form isWidthLimited onSubmit={onSubmit} noValidate aria-label={t("twoFactorTab_policy")}>
        <FormSection title={t("twoFactorSection_who")} titleElement="h2">
          <RadioField
            name="enforcement"
            choices={["off", "optional", "required"].map((word) => ({
              value: word,
              word,
            }))}
          />
          <RadioField
            name="methods"
            choices={[
              { value: ["totp", "sms"], word: "both" },
              { value: ["totp"], word: "totp" },
              { value: ["sms"], word: "sms" },
            ]}
          />
          <SwitchField name="selfService" />
        </FormSection>
        <FormSection title={t("twoFactorSection_grace")} titleElement="h2">
          <NumberField name="graceDays" min={0} max={365} />
          <TextField name="graceUntil" type="date" />
        </FormSection>
        <FormSection title={t("twoFactorSection_lifetimes")} titleElement="h2">
          <NumberField name="sms.codeTtlSeconds" min={60} max={600} />
          <NumberField name="maxAgeMinutes" min={0} max={525600} />
          <NumberField name="rememberBrowserDays" min={0} max={90} />
          <NumberField name="backupCodes" min={0} max={20} />
          <SwitchField name="notifyByEmail" />
        </FormSection>
        <FormSection title={t("twoFactorSection_roles")} titleElement="h2">
          <WordsField name="requiredRoles" />
          <WordsField name="exemptRoles" />
          <TextField name="ownerRole" />
          <WordsField name="trustedProviders" />
          <RadioField
            name="impersonation"
            choices={["refuse", "allow"].map((word) => ({ value: word, word: `impersonation_${word}` }))}
          />
        </FormSection>
        <SaveBar dirty={draft.dirty} busy={busy} onRevert={draft.reset} />
      </Form>
      {trial && (
        <DryRunDialog
          trial={trial}
          isRequiredAnew={
            draft.value.enforcement === "required" &&
            (policy.enforcement !== "required" || !same(policy.methods, draft.value.methods))
          }
          isOff={draft.value.enforcement === "off"}
          busy={busy}
          onConfirm={onConfirm}
          onClose={() => setTrial(undefined)}
        />
      )}
    </DraftProvider>
  );
};

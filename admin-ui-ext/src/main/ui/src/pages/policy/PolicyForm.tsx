import { Alert, Button, Form, FormSection } from "@patternfly/react-core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ApiError } from "../../api/ApiError";
import type { AnyPolicy, DryRun, Method } from "../../api/types";
import { DraftProvider } from "../../form/DraftContext";
import { NumberField, RadioField, SwitchField, TextField } from "../../form/fields";
import { MethodsField } from "../../form/MethodsField";
import { RoleMethodsField } from "../../form/RoleMethodsField";
import { SaveBar } from "../../form/SaveBar";
import { useBusy } from "../../form/useBusy";
import { useDraft } from "../../form/useDraft";
import { TextListField } from "../../form/TextListField";
import { useAlerts } from "../../ui/Alerts";
import { UnsavedChanges } from "../../ui/UnsavedChanges";
import { DryRunDialog } from "./DryRunDialog";
import { inForce, isNewlyRequired } from "./in-force";

type PolicyFormProps = {
  policy: AnyPolicy;
  /** The methods that the server knows, the strongest first. */
  methods: Method[];
  /** Whether the administrator may only read the policy. */
  isReadOnly?: boolean;
  save: (policy: AnyPolicy) => Promise<void>;
  dryRun: (policy: AnyPolicy) => Promise<DryRun>;
  reload: () => void;
};

const PRECONDITION_FAILED = 412;

export const PolicyForm = ({ policy, methods, isReadOnly = false, save, dryRun, reload }: PolicyFormProps) => {
  const { t } = useTranslation();
  const { done, failed } = useAlerts();
  const draft = useDraft(policy);
  const [preview, setPreview] = useState<DryRun>();
  const [isOutdated, setOutdated] = useState(false);
  const { busy, run, submitWith } = useBusy((error) => {
    setPreview(undefined);
    setOutdated(error instanceof ApiError && error.status === PRECONDITION_FAILED);
    draft.refused(error);
    failed(error);
  });

  const onSubmit = submitWith(async () => setPreview(await dryRun(draft.value)));
  const onConfirm = () =>
    void run(async () => {
      await save(draft.value);
      setPreview(undefined);
      done(t("twoFactorPolicySaved"));
    });

  return (
    <DraftProvider
      value={{ ...draft, isDisabled: busy, isReadOnly, ...("realm" in policy && { realm: policy.realm }) }}
    >
      <UnsavedChanges when={draft.dirty} />
      {isOutdated && (
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
                setOutdated(false);
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
            choices={["off", "optional", "required"].map((value) => ({ value, key: value }))}
          />
          <MethodsField name="methods" methods={methods} />
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
          <RoleMethodsField name="roleMethods" methods={methods} />
          <TextListField name="requiredRoles" />
          <TextListField name="exemptRoles" />
          <TextField name="ownerRole" />
          <TextListField name="trustedProviders" />
          <RadioField
            name="impersonation"
            choices={["refuse", "allow"].map((value) => ({ value, key: `impersonation_${value}` }))}
          />
        </FormSection>
        {!isReadOnly && <SaveBar dirty={draft.dirty} busy={busy} onRevert={draft.reset} />}
      </Form>
      {preview && (
        <DryRunDialog
          preview={preview}
          isNewlyRequired={isNewlyRequired(policy, draft.value)}
          isOff={inForce(draft.value).enforcement === "off"}
          busy={busy}
          onConfirm={onConfirm}
          onClose={() => setPreview(undefined)}
        />
      )}
    </DraftProvider>
  );
};

import { Form, FormSection } from "@patternfly/react-core";

import { useTranslation } from "react-i18next";
import type { SmsOverview } from "../../api/report";
import type { AnyPolicy } from "../../api/types";
import { DraftProvider } from "../../form/DraftContext";
import { NumberField, TextAreaField, TextField } from "../../form/fields";
import { SaveBar } from "../../form/SaveBar";
import { useBusy } from "../../form/useBusy";
import { useDraft } from "../../form/useDraft";
import { TextListField } from "../../form/TextListField";
import { useAlerts } from "../../ui/Alerts";
import { UnsavedChanges } from "../../ui/UnsavedChanges";
import { useScope } from "../scope";
import { GatewayFields } from "./GatewayFields";
import { MessagePreview } from "./MessagePreview";
import { SenderShown } from "./SenderShown";
import { TestMessage } from "./TestMessage";

type MessagesFormProps = {
  policy: AnyPolicy;
  save: (policy: AnyPolicy) => Promise<void>;
  overview: SmsOverview;
  /** Loads the overview again. */
  reload: () => void;
};

const MAX_PER_HOUR = 1000;
const MAX_PER_DAY = 1_000_000;

export const MessagesForm = ({ policy, save, overview, reload }: MessagesFormProps) => {
  const { t } = useTranslation();
  const { done, failed } = useAlerts();
  const { organization } = useScope();
  const isReadOnly = organization?.manage === false;
  const draft = useDraft(policy);
  const { busy, submitWith } = useBusy((error) => {
    draft.refused(error);
    failed(error);
  });
  const onSubmit = submitWith(async () => {
    await save(draft.value);
    reload();
    done(t("twoFactorMessagesSaved"));
  });

  return (
    <DraftProvider
      value={{ ...draft, isDisabled: busy, isReadOnly, ...("realm" in policy && { realm: policy.realm }) }}
    >
      <UnsavedChanges when={draft.dirty} />
      <Form isWidthLimited onSubmit={onSubmit} noValidate aria-label={t("twoFactorTab_messages")}>
        <FormSection title={t(organization ? "twoFactorSection_sender" : "twoFactorSection_gateway")} titleElement="h2">
          {!("realm" in draft.value) && <GatewayFields overview={overview} sms={draft.value.sms} />}
          <TextField name="sms.sender" />
          <SenderShown sender={overview.sender} />
          {!organization && <TestMessage isDisabled={draft.dirty} onTested={reload} />}
        </FormSection>
        <FormSection title={t("twoFactorSection_text")} titleElement="h2">
          <TextAreaField name="sms.template" />
          <MessagePreview policy={draft.value} />
          <NumberField name="sms.codeLength" min={6} max={8} />
          <NumberField name="sms.codeTtlSeconds" min={60} max={600} />
        </FormSection>
        <FormSection title={t("twoFactorSection_limits")} titleElement="h2">
          <TextListField name="sms.allowedCountries" />
          <TextField name="sms.defaultCountry" />
          <NumberField name="sms.perUserPerHour" min={1} max={MAX_PER_HOUR} />
          <NumberField name="sms.perNumberPerHour" min={1} max={MAX_PER_HOUR} />
          <NumberField name="sms.perAddressPerHour" min={1} max={MAX_PER_HOUR} />
          <NumberField name="sms.perTenantPerDay" min={1} max={MAX_PER_DAY} />
        </FormSection>
        {!isReadOnly && <SaveBar dirty={draft.dirty} busy={busy} onRevert={draft.reset} />}
      </Form>
    </DraftProvider>
  );
};

import { Button, FormGroup } from "@patternfly/react-core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useApi } from "../../api/useApi";
import { useAlerts } from "../../ui/Alerts";

/** Sends a message to the administrator's own number, as the saved settings say. */
export const TestMessage = ({ isDisabled }: { isDisabled: boolean }) => {
  const { t } = useTranslation();
  const { done, failed } = useAlerts();
  const api = useApi();
  const [busy, setBusy] = useState(false);

  const send = async () => {
    setBusy(true);
    try {
      await api.send("POST", "/two-factor/sms/test");
      done(t("twoFactorTestSent"));
    } catch (error) {
      failed(error);
    } finally {
      setBusy(false);
    }
  };

  return (
    <FormGroup>
      <Button variant="secondary" onClick={() => void send()} isDisabled={isDisabled || busy} isLoading={busy}>
        {t("twoFactorTest")}
      </Button>
      {isDisabled && <p className="pf-v5-u-mt-sm">{t("twoFactorTestSaveFirst")}</p>}
    </FormGroup>
  );
};

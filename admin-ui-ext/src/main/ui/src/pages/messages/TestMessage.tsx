import { Alert, Button, FormGroup } from "@patternfly/react-core";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import type { TestMessage as Test } from "../../api/report";
import { useApi } from "../../api/useApi";
import { useAlerts } from "../../ui/Alerts";

const PATH = "/two-factor/sms/test";
const POLL_MILLIS = 1000;

const VARIANTS = { sending: "info", sent: "success", failed: "danger" } as const;

type TestMessageProps = {
  isDisabled: boolean;
  /** Called when the result of a message is known. */
  onTested: () => void;
};

/** Sends a message to the administrator's own number with the saved settings, and shows the result. */
export const TestMessage = ({ isDisabled, onTested }: TestMessageProps) => {
  const { t } = useTranslation();
  const { failed } = useAlerts();
  const api = useApi();
  const [test, setTest] = useState<Test>();

  useEffect(() => {
    if (test?.status !== "sending") {
      return undefined;
    }
    const timer = setTimeout(() => {
      api
        .json<Partial<Test>>("GET", `${PATH}/${test.id}`)
        .then((progress) => {
          setTest({ ...test, ...progress });
          if (progress.status !== "sending") {
            onTested();
          }
        })
        .catch(failed);
    }, POLL_MILLIS);
    return () => clearTimeout(timer);
  }, [api, failed, onTested, test]);

  const send = async () => {
    try {
      setTest(await api.json<Test>("POST", PATH));
    } catch (error) {
      failed(error);
    }
  };

  return (
    <FormGroup>
      <Button variant="secondary" onClick={() => void send()} isDisabled={isDisabled || test?.status === "sending"}>
        {t("twoFactorTest")}
      </Button>
      {isDisabled && <p className="pf-v5-u-mt-sm">{t("twoFactorTestSaveFirst")}</p>}
      {test && (
        <Alert
          component="h2"
          isInline
          isPlain
          isLiveRegion
          className="pf-v5-u-mt-sm"
          variant={VARIANTS[test.status]}
          title={t(`twoFactorTest_${test.status}`, {
            number: test.phoneNumber,
            reason: test.reason,
          })}
        />
      )}
    </FormGroup>
  );
};

import { Alert } from "@patternfly/react-core";
import { useTranslation } from "react-i18next";
import type { SmsSender } from "../../api/report";

const VARIANTS = { whole: "info", cut: "info", "letters-lost": "warning" } as const;

/** Shows the sender of the saved settings as phones display it, and a hint if it differs from the wanted one. */
export const SenderShown = ({ sender: { shown, wanted, fit } }: { sender: SmsSender }) => {
  const { t } = useTranslation();
  return (
    <Alert
      component="h3"
      isInline
      isPlain
      data-testid="twoFactorSenderShown"
      variant={VARIANTS[fit]}
      title={t(`twoFactorSender_${fit}`, { shown, wanted })}
    />
  );
};

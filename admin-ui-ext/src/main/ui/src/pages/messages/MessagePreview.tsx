import { useRealm } from "@keycloak/keycloak-admin-ui";
import { useTranslation } from "react-i18next";
import type { Policy } from "../../api/types";
import { segmentsOf } from "./segments";

const SECONDS = 60;
const CODE = "12345678";

/** Shows the message as it arrives, and how many messages are charged for it. */
export const MessagePreview = ({ policy }: { policy: Policy }) => {
  const { t } = useTranslation();
  const { realm, realmRepresentation } = useRealm();
  const { template, codeLength, codeTtlSeconds } = policy.sms;
  const text = (template ?? t("twoFactorUsualText"))
    .replaceAll("{code}", CODE.slice(0, codeLength))
    .replaceAll("{minutes}", String(Math.ceil(codeTtlSeconds / SECONDS)))
    .replaceAll("{tenant}", realmRepresentation.displayName ?? realm);
  const { encoding, count } = segmentsOf(text);
  return (
    <div aria-live="polite">
      <p className="strongroom-sms" data-testid="twoFactorPreview">
        {text}
      </p>
      <p className="pf-v5-u-mt-sm" data-testid="twoFactorSegments">
        {t("twoFactorSegments", { count, length: text.length, encoding })}
      </p>
    </div>
  );
};

import { useRealm } from "@keycloak/keycloak-admin-ui";
import { useTranslation } from "react-i18next";
import type { AnyPolicy } from "../../api/types";
import { withoutBlanks } from "../../form/paths";
import { useScope } from "../scope";
import { segmentsOf } from "./segments";

const SECONDS = 60;
const CODE = "12345678";

/** Stands for the realm's settings, which administrators of an organization can't read. */
const USUAL = { codeLength: 6, codeTtlSeconds: 300 };

/** Shows the message as it arrives, and how many messages are charged for it. */
export const MessagePreview = ({ policy }: { policy: AnyPolicy }) => {
  const { t } = useTranslation();
  const { realm, realmRepresentation } = useRealm();
  const { organization } = useScope();
  const { template, codeLength, codeTtlSeconds } =
    "realm" in policy
      ? { ...USUAL, template: withoutBlanks(policy.sms).template ?? policy.realm.sms.template }
      : policy.sms;
  const text = (template ?? t("twoFactorUsualText"))
    .replaceAll("{code}", CODE.slice(0, codeLength))
    .replaceAll("{minutes}", String(Math.ceil(codeTtlSeconds / SECONDS)))
    .replaceAll("{tenant}", organization?.name ?? realmRepresentation.displayName ?? realm);
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

import { Button, Label } from "@patternfly/react-core";
import { useTranslation } from "react-i18next";
import type { Inheritance } from "./DraftContext";

type InheritanceInfoProps = { id: string; label: string; inheritance: Inheritance };

/** Shows whether a value is the organization's own or the realm's, with a button that changes this. */
export const InheritanceInfo = ({ id, label, inheritance: { isOwn, isNothing, toggle } }: InheritanceInfoProps) => {
  const { t } = useTranslation();
  const inherited = t(isNothing ? "twoFactorNotSet" : "twoFactorAsInRealm");
  const action = isOwn ? t(isNothing ? "twoFactorRemove" : "twoFactorUseRealm") : t("twoFactorSetHere");
  return (
    <span data-testid={`${id}-inheritance`} className="strongroom-inheritance">
      <Label isCompact color={isOwn ? "blue" : "grey"}>
        {isOwn ? t("twoFactorOwn") : inherited}
      </Label>
      {toggle && (
        <Button variant="link" isInline onClick={toggle} aria-label={t("twoFactorOfField", { action, field: label })}>
          {action}
        </Button>
      )}
    </span>
  );
};

import { Alert, AlertActionLink, Button, Checkbox, Flex, FlexItem } from "@patternfly/react-core";
import { useState, type FormEvent } from "react";
import { useTranslation } from "react-i18next";
import type { UserDetail } from "../../api/types";
import { useMethodTexts } from "../../api/methods";
import { MethodLabels } from "../../ui/MethodLabels";
import { StatusIcon } from "../../ui/StatusIcon";
import { UnsavedChanges } from "../../ui/UnsavedChanges";
import { useUserActions } from "../users/useUserActions";

type UserRuleProps = {
  user: UserDetail;
  mayManage: boolean;
  onChange: () => void;
};

/** Shows the user's status, and sets whether a second factor is required of this user. */
export const UserRule = ({ user, mayManage, onChange }: UserRuleProps) => {
  const { t, i18n } = useTranslation();
  const actions = useUserActions(onChange);
  const texts = useMethodTexts();
  const { summary } = user;
  const [edited, setEdited] = useState<boolean>();
  const required = edited ?? summary.required;
  const dirty = required !== summary.required;

  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    void actions.setRequired(summary, required).then(() => setEdited(undefined));
  };

  return (
    <form onSubmit={onSubmit}>
      <UnsavedChanges when={dirty} />
      {user.locked.length > 0 && (
        <Alert
          component="h2"
          isInline
          variant="warning"
          className="pf-v5-u-mb-md"
          title={t("twoFactorLocked", {
            factors: user.locked.map(texts.type).join(", "),
          })}
          actionLinks={
            mayManage && (
              <AlertActionLink onClick={() => void actions.unlock(summary)}>
                {t("twoFactorAction_unlock")}
              </AlertActionLink>
            )
          }
        />
      )}
      <Flex className="pf-v5-u-mb-md">
        <FlexItem>
          <StatusIcon status={summary.status} />
        </FlexItem>
        <FlexItem data-testid="twoFactorStatus">
          {texts.status(summary.status)}
          {user.graceUntil !== undefined &&
            ` – ${t("twoFactorGraceUntil", {
              date: new Date(user.graceUntil).toLocaleDateString(i18n.language),
            })}`}
        </FlexItem>
        <FlexItem>
          <MethodLabels methods={summary.factors} />
        </FlexItem>
      </Flex>
      <Checkbox
        id="twoFactorRequire"
        label={t("twoFactorRequire")}
        description={t("twoFactorRequireHelp")}
        isChecked={required}
        isDisabled={!mayManage}
        onChange={(_event, checked) => setEdited(checked)}
      />
      {mayManage && (
        <Button type="submit" className="pf-v5-u-mt-md" isDisabled={!dirty} data-testid="twoFactorSave">
          {t("twoFactorSave")}
        </Button>
      )}
    </form>
  );
};

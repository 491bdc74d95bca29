import { ActionsColumn, type IAction } from "@patternfly/react-table";
import { useTranslation } from "react-i18next";
import type { FactorType, User, UserDetail } from "../../api/types";
import { useApi } from "../../api/useApi";
import { useAlerts } from "../../ui/Alerts";
import { useUserActions } from "./useUserActions";

type UserActionsMenuProps = { user: User; onChange: () => void };

/** The actions of one row; those that would do nothing are there, disabled. */
export const UserActionsMenu = ({ user, onChange }: UserActionsMenuProps) => {
  const { t } = useTranslation();
  const api = useApi();
  const { failed } = useAlerts();
  const actions = useUserActions(onChange);

  const removeFirst = async (type: FactorType, action: "revokeTotp" | "removeNumber") => {
    try {
      const { factors } = await api.json<UserDetail>("GET", `/two-factor/users/${user.id}`);
      const factor = factors.find((candidate) => candidate.type === type && candidate.id && !candidate.dataRoom);
      if (factor?.id) {
        await actions.removeFactor(user, factor.id, action);
      } else {
        onChange();
      }
    } catch (error) {
      failed(error);
    }
  };

  const has = (...statuses: User["status"][]) => statuses.includes(user.status);
  const mayHave = has("exempt", "locked");
  const item = (action: string, isDisabled: boolean, run: () => Promise<void>): IAction => ({
    title: t(`twoFactorAction_${action}`),
    ...(isDisabled && {
      isAriaDisabled: true,
      tooltipProps: { content: t(`twoFactorActionNot_${action}`) },
    }),
    onClick: () => {
      if (!isDisabled) {
        void run();
      }
    },
  });

  return (
    <ActionsColumn
      items={[
        user.required
          ? item("unrequire", false, () => actions.require(user, false))
          : item("require", false, () => actions.require(user, true)),
        item("revokeTotp", !mayHave && !has("totp", "both"), () => removeFirst("otp", "revokeTotp")),
        item("removeNumber", !mayHave && !has("sms", "both"), () => removeFirst("sms-otp", "removeNumber")),
        item("unlock", !has("locked"), () => actions.unlock(user)),
        item("reset", has("unknown"), () => actions.reset(user)),
      ]}
    />
  );
};

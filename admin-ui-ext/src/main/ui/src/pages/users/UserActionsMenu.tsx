import { ActionsColumn, type IAction } from "@patternfly/react-table";
import { useTranslation } from "react-i18next";
import type { FactorType, Method, User, UserDetail } from "../../api/types";
import { useApi } from "../../api/useApi";
import { useAlerts } from "../../ui/Alerts";
import { useUserActions } from "./useUserActions";

type UserActionsMenuProps = { user: User; onChange: () => void };

/** Shows the actions of one row; actions without effect are disabled. */
export const UserActionsMenu = ({ user, onChange }: UserActionsMenuProps) => {
  const { t } = useTranslation();
  const api = useApi();
  const { failed } = useAlerts();
  const actions = useUserActions(onChange);

  const removeFirst = async (type: FactorType, action: string) => {
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
  const lacks = (method: Method) =>
    !has("exempt", "locked") && !user.factors.includes(method) && user.lastUsed !== method;
  const item = (action: string, run: () => Promise<void>, { isDisabled = false } = {}): IAction => ({
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
          ? item("unrequire", () => actions.setRequired(user, false))
          : item("require", () => actions.setRequired(user, true)),
        item("revokeTotp", () => removeFirst("otp", "revokeTotp"), {
          isDisabled: lacks("totp"),
        }),
        item("removeNumber", () => removeFirst("sms-otp", "removeNumber"), {
          isDisabled: lacks("sms"),
        }),
        item("unlock", () => actions.unlock(user), { isDisabled: !has("locked") }),
        item("reset", () => actions.reset(user), { isDisabled: has("unknown") }),
      ]}
    />
  );
};

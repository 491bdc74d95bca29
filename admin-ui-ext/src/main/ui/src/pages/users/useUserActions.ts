import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { User } from "../../api/types";
import { useApi } from "../../api/useApi";
import { useAlerts } from "../../ui/Alerts";
import { useConfirm, type Question } from "../../ui/Confirm";

type Named = Pick<User, "id" | "username">;

/** Returns the actions on the second factor of a user; each shows its result. */
export const useUserActions = (onChange: () => void) => {
  const { t } = useTranslation();
  const { done, failed } = useAlerts();
  const ask = useConfirm();
  const api = useApi();

  return useMemo(() => {
    const path = (user: Named, ...parts: string[]) => ["/two-factor/users", user.id, ...parts].join("/");

    const run = async (success: string, call: () => Promise<unknown>) => {
      try {
        await call();
        done(success);
      } catch (error) {
        failed(error);
      }
      onChange();
    };

    const question = (user: Named, action: string): Question => ({
      title: t(`twoFactorAction_${action}`),
      body: t(`twoFactorActionBody_${action}`, { user: user.username }),
      action: t(`twoFactorActionDo_${action}`),
      isDanger: true,
      offersSignOut: true,
    });

    const removal = async (user: Named, action: string, target: string) => {
      const answer = await ask(question(user, action));
      if (answer) {
        await run(t(`twoFactorActionDone_${action}`, { user: user.username }), () =>
          api.send("DELETE", target, { query: { signOut: answer.signOut } }),
        );
      }
    };

    return {
      /** Sets whether a second factor is required of this user even if the policy makes it optional. */
      setRequired: (user: Named, required: boolean) =>
        run(
          t(required ? "twoFactorActionDone_require" : "twoFactorActionDone_unrequire", { user: user.username }),
          () => api.send(required ? "PUT" : "DELETE", path(user, "required")),
        ),
      unlock: (user: Named) =>
        run(t("twoFactorActionDone_unlock", { user: user.username }), () => api.send("DELETE", path(user, "locks"))),
      reset: (user: Named) => removal(user, "reset", path(user, "factors")),
      forgetBrowsers: (user: Named) => removal(user, "browsers", path(user, "browsers")),
      removeFactor: (user: Named, credential: string, action: string) =>
        removal(user, action, path(user, "factors", credential)),
    };
  }, [api, ask, done, failed, onChange, t]);
};

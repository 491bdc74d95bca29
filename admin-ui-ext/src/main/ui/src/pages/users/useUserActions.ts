import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { User } from "../../api/types";
import { useApi } from "../../api/useApi";
import { useAlerts } from "../../ui/Alerts";
import { useConfirm, type Question } from "../../ui/Confirm";

type Named = Pick<User, "id" | "username">;

/** What an administrator can do about the second factor of one user; each says what became of it. */
export const useUserActions = (onChange: () => void) => {
  const { t } = useTranslation();
  const { done, failed } = useAlerts();
  const ask = useConfirm();
  const api = useApi();

  return useMemo(() => {
    const path = (user: Named, ...parts: string[]) => ["/two-factor/users", user.id, ...parts].join("/");

    const run = async (sentence: string, call: () => Promise<unknown>) => {
      try {
        await call();
        done(sentence);
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
      /** Asks this user, whatever the tenant leaves to its users; or ends that. */
      require: (user: Named, required: boolean) =>
        run(
          t(required ? "twoFactorActionDone_require" : "twoFactorActionDone_unrequire", { user: user.username }),
          () => api.send(required ? "PUT" : "DELETE", path(user, "required")),
        ),
      unlock: (user: Named) =>
        run(t("twoFactorActionDone_unlock", { user: user.username }), () => api.send("DELETE", path(user, "locks"))),
      reset: (user: Named) => removal(user, "reset", path(user, "factors")),
      forgetBrowsers: (user: Named) => removal(user, "browsers", path(user, "browsers")),
      removeFactor: (user: Named, credential: string, action: "revokeTotp" | "removeNumber" | "removeCodes") =>
        removal(user, action, path(user, "factors", credential)),
    };
  }, [api, ask, done, failed, onChange, t]);
};

import { useTranslation } from "react-i18next";
import type { DataRoom, Member } from "../../api/types";
import { useApi } from "../../api/useApi";
import { useAlerts } from "../../ui/Alerts";
import { useConfirm } from "../../ui/Confirm";

type Group = { id: string; path: string };

/** Removes members from a room through Keycloak's own API, because the members are group members. */
export const useMembership = (room: DataRoom, onChange: () => void) => {
  const { t } = useTranslation();
  const { done, failed } = useAlerts();
  const confirm = useConfirm();
  const api = useApi();

  const remove = async (member: Member) => {
    const answer = await confirm({
      title: t("twoFactorRemoveMember"),
      body: t("twoFactorRemoveMemberBody", {
        user: member.username,
        room: room.name,
      }),
      action: t("twoFactorRemove"),
      isDanger: true,
    });
    if (!answer) {
      return;
    }
    try {
      const groups = await api.json<Group[]>("GET", `/users/${member.id}/groups`, { query: { max: 1000 } });
      for (const { id, path } of groups) {
        if (path === room.path || path.startsWith(`${room.path}/`)) {
          await api.send("DELETE", `/users/${member.id}/groups/${id}`);
        }
      }
      done(t("twoFactorMemberRemoved", { user: member.username }));
      onChange();
    } catch (error) {
      failed(error);
    }
  };

  return { remove };
};

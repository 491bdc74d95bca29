import { useTranslation } from "react-i18next";
import type { DataRoom, Member } from "../../api/types";
import { useApi } from "../../api/useApi";
import { useAlerts } from "../../ui/Alerts";
import { useConfirm } from "../../ui/Confirm";

type Group = { id: string; path: string };

/** Returns the paths of Keycloak's own API for the members of a room, which are group members. */
export const membershipPaths = ({ organization }: DataRoom) =>
  organization === undefined
    ? {
        candidates: "/users",
        groupsOf: (user: string) => `/users/${user}/groups`,
        membership: (user: string, group: string) => `/users/${user}/groups/${group}`,
      }
    : {
        candidates: `/organizations/${organization}/members`,
        groupsOf: (user: string) => `/organizations/${organization}/members/${user}/groups`,
        membership: (user: string, group: string) => `/organizations/${organization}/groups/${group}/members/${user}`,
      };

/** Removes members from a room. */
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
      const { groupsOf, membership } = membershipPaths(room);
      const groups = await api.json<Group[]>("GET", groupsOf(member.id), { query: { max: 1000 } });
      // The path of an organization's room begins with the organization, the paths of Keycloak's groups do not.
      const top = room.path.slice(room.path.indexOf("/"));
      for (const { id, path } of groups) {
        if (path === top || path.startsWith(`${top}/`)) {
          await api.send("DELETE", membership(member.id, id));
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

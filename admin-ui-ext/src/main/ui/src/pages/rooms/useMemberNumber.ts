import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { DataRoom, Member } from "../../api/types";
import { useApi } from "../../api/useApi";
import { useAlerts } from "../../ui/Alerts";
import { useConfirm } from "../../ui/Confirm";

/** Sets and removes the number of a member of a room. */
export const useMemberNumber = (room: DataRoom, member: Member) => {
  const { t } = useTranslation();
  const { done } = useAlerts();
  const confirm = useConfirm();
  const api = useApi();
  const [busy, setBusy] = useState(false);
  const path = `/two-factor/data-rooms/${room.id}/members/${member.id}/phone-number`;

  const set = async (phoneNumber: string) => {
    await api.send("PUT", path, { body: { phoneNumber } });
    done(t("twoFactorNumberSaved", { user: member.username }));
    return true;
  };

  const remove = async () => {
    const answer = await confirm({
      title: t("twoFactorRemoveNumber"),
      body: t("twoFactorRemoveRoomNumberBody", {
        user: member.username,
        room: room.name,
      }),
      action: t("twoFactorRemove"),
      isDanger: true,
      offersSignOut: true,
    });
    if (answer) {
      await api.send("DELETE", path, { query: { signOut: answer.signOut } });
      done(t("twoFactorNumberRemoved", { user: member.username }));
    }
    return answer !== undefined;
  };

  /** Saves the number; an empty one removes the current number after confirmation. Returns false if that was declined. */
  const save = async (phoneNumber: string): Promise<boolean> => {
    setBusy(true);
    try {
      if (phoneNumber === (member.phoneNumber ?? "")) {
        return true;
      }
      return await (phoneNumber === "" ? remove() : set(phoneNumber));
    } finally {
      setBusy(false);
    }
  };

  return { save, busy };
};

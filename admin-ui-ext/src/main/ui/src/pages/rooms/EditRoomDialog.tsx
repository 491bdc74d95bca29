import { useTranslation } from "react-i18next";
import type { DataRoom } from "../../api/types";
import { useApi } from "../../api/useApi";
import { useAlerts } from "../../ui/Alerts";
import { RoomDialog } from "./RoomDialog";
import { useRoomForm } from "./useRoomForm";

type EditRoomDialogProps = {
  room: DataRoom;
  onClose: () => void;
  onSaved: () => void;
};

export const EditRoomDialog = ({ room, onClose, onSaved }: EditRoomDialogProps) => {
  const { t } = useTranslation();
  const { done } = useAlerts();
  const api = useApi();
  const form = useRoomForm(room, async (value) => {
    await api.send("PUT", `/two-factor/data-rooms/${room.id}`, { body: value });
    done(t("twoFactorRoomSaved", { name: value.name }));
    onSaved();
    onClose();
  });
  return (
    <RoomDialog
      title={t("twoFactorEditOf", { name: room.name })}
      action={t("twoFactorSave")}
      onClose={onClose}
      {...form}
    />
  );
};

import { useTranslation } from "react-i18next";
import type { DataRoom, NewDataRoom } from "../../api/types";
import { useApi } from "../../api/useApi";
import { TextField } from "../../form/fields";
import { TextListField } from "../../form/TextListField";
import { useAlerts } from "../../ui/Alerts";
import { useScope } from "../scope";
import { RoomDialog } from "./RoomDialog";
import { useRoomForm } from "./useRoomForm";

type CreateRoomDialogProps = {
  onClose: () => void;
  onCreated: (room: DataRoom) => void;
};

export const CreateRoomDialog = ({ onClose, onCreated }: CreateRoomDialogProps) => {
  const { t } = useTranslation();
  const { done } = useAlerts();
  const api = useApi();
  const scope = useScope();
  const initial: NewDataRoom = {
    name: "",
    enforced: false,
    methods: ["sms"],
    withoutNumber: "enrol",
    userGroups: [t("twoFactorMembers")],
    administrators: t("twoFactorAdministrators"),
  };
  const form = useRoomForm(initial, async (room) => {
    const created = await api.json<DataRoom>("POST", `${scope.api}/data-rooms`, {
      body: room,
    });
    done(t("twoFactorRoomCreated", { name: created.name }));
    onCreated(created);
  });
  return (
    <RoomDialog title={t("twoFactorCreateRoom")} action={t("twoFactorCreate")} onClose={onClose} {...form}>
      <TextListField name="userGroups" />
      <TextField name="administrators" />
    </RoomDialog>
  );
};

import { useAccess, useRealm } from "@keycloak/keycloak-admin-ui";
import { Button, Label, PageSection, ToolbarItem } from "@patternfly/react-core";
import { Table, Tbody, Td, Tr } from "@patternfly/react-table";
import { useCallback, useState } from "react";
import { useTranslation } from "react-i18next";
import { Link, useNavigate } from "react-router-dom";
import type { DataRoom } from "../../api/types";
import { useApi, type Query } from "../../api/useApi";
import { Await } from "../../ui/Await";
import { ColumnHeaders } from "../../ui/ColumnHeaders";
import { ListToolbar } from "../../ui/ListToolbar";
import { Nothing } from "../../ui/Nothing";
import { PAGE_SIZE, usePage } from "../../ui/usePage";
import { toRoom } from "../paths";
import { CreateRoomDialog } from "./CreateRoomDialog";
import { EditRoomDialog } from "./EditRoomDialog";

const COLUMNS = ["room", "rule", "userGroups"] as const;

export default function RoomsTab() {
  const { t } = useTranslation();
  const { realm } = useRealm();
  const { hasAccess } = useAccess();
  const api = useApi();
  const navigate = useNavigate();
  const [creating, setCreating] = useState(false);
  const [editing, setEditing] = useState<DataRoom>();
  const mayManage = hasAccess("manage-users");

  const list = usePage<DataRoom>(
    useCallback((query: Query) => api.json("GET", "/two-factor/data-rooms", { query }), [api]),
  );
  const createButton = mayManage && (
    <Button onClick={() => setCreating(true)} data-testid="twoFactorCreateRoom">
      {t("twoFactorCreateRoom")}
    </Button>
  );

  return (
    <PageSection variant="light">
      <ListToolbar list={list} label={t("twoFactorSearchRooms")}>
        <ToolbarItem>{createButton}</ToolbarItem>
      </ListToolbar>
      <Await what={list.loaded}>
        {(rooms) =>
          rooms.length === 0 ? (
            <Nothing title={t("twoFactorNoRooms")} body={t("twoFactorNoRoomsBody")} />
          ) : (
            <Table variant="compact" gridBreakPoint="grid-md" aria-label={t("twoFactorTab_data-rooms")}>
              <ColumnHeaders columns={COLUMNS} />
              <Tbody>
                {rooms.slice(0, PAGE_SIZE).map((room) => (
                  <Tr key={room.id}>
                    <Td dataLabel={t("twoFactorColumn_room")}>
                      <Link to={toRoom(realm, room.id)}>{room.name}</Link>
                    </Td>
                    <Td dataLabel={t("twoFactorColumn_rule")}>
                      <Label color={room.enforced ? "green" : "grey"}>
                        {t(room.enforced ? "twoFactorEnforced" : "twoFactorNotEnforced")}
                      </Label>
                    </Td>
                    <Td dataLabel={t("twoFactorColumn_userGroups")}>
                      {room.userGroups.map(({ name }) => name).join(", ") || "–"}
                    </Td>
                    <Td isActionCell>
                      {mayManage && (
                        <Button
                          variant="link"
                          isInline
                          aria-label={t("twoFactorEditOf", { name: room.name })}
                          onClick={() => setEditing(room)}
                        >
                          {t("twoFactorEdit")}
                        </Button>
                      )}
                    </Td>
                  </Tr>
                ))}
              </Tbody>
            </Table>
          )
        }
      </Await>
      {creating && (
        <CreateRoomDialog onClose={() => setCreating(false)} onCreated={({ id }) => void navigate(toRoom(realm, id))} />
      )}
      {editing && <EditRoomDialog room={editing} onClose={() => setEditing(undefined)} onSaved={list.loaded.reload} />}
    </PageSection>
  );
}

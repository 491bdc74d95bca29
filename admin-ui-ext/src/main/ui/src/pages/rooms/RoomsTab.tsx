import { Button, Label, PageSection, ToolbarItem } from "@patternfly/react-core";
import { Table, Tbody, Td, Tr } from "@patternfly/react-table";
import { useCallback, useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router-dom";
import type { DataRoom } from "../../api/types";
import { useApi, type Query } from "../../api/useApi";
import { Await } from "../../ui/Await";
import { ColumnHeaders } from "../../ui/ColumnHeaders";
import { ListToolbar } from "../../ui/ListToolbar";
import { Nothing } from "../../ui/Nothing";
import { PAGE_SIZE, usePage } from "../../ui/usePage";
import { useScope } from "../scope";
import { OrganizationLinks } from "../organizations/OrganizationLinks";
import { CreateRoomDialog } from "./CreateRoomDialog";
import { EditRoomDialog } from "./EditRoomDialog";
import { RoomLink } from "./RoomLink";
import { useRoomRights } from "./useRoomRights";

const columnsOf = (withOrganizations: boolean) =>
  ["room", ...(withOrganizations ? ["organization"] : []), "rule", "userGroups"] as const;

/** Returns the alias with which the path of an organization's room begins. */
const aliasOf = ({ path }: DataRoom) => path.slice(0, path.indexOf(":"));

export default function RoomsTab() {
  const { t } = useTranslation();
  const scope = useScope();
  const { mayCreate, mayOpen, mayEdit } = useRoomRights();
  const api = useApi();
  const navigate = useNavigate();
  const [creating, setCreating] = useState(false);
  const [editing, setEditing] = useState<DataRoom>();

  const list = usePage<DataRoom>(
    useCallback((query: Query) => api.json("GET", `${scope.api}/data-rooms`, { query }), [api, scope]),
  );
  const withOrganizations =
    !scope.organization && (list.loaded.data ?? []).some(({ organization }) => organization !== undefined);
  const createButton = mayCreate && (
    <Button onClick={() => setCreating(true)} data-testid="twoFactorCreateRoom">
      {t("twoFactorCreateRoom")}
    </Button>
  );

  const onCreated = ({ id }: DataRoom) => {
    if (mayOpen) {
      void navigate(scope.toRoom(id));
    } else {
      setCreating(false);
      list.loaded.reload();
    }
  };

  return (
    <PageSection variant="light">
      <ListToolbar list={list} label={t("twoFactorSearchRooms")}>
        {createButton && <ToolbarItem>{createButton}</ToolbarItem>}
      </ListToolbar>
      <Await what={list.loaded}>
        {(rooms) =>
          rooms.length === 0 ? (
            <Nothing
              title={t("twoFactorNoRooms")}
              body={t(scope.organization ? "twoFactorNoOrganizationRoomsBody" : "twoFactorNoRoomsBody")}
            />
          ) : (
            <Table variant="compact" gridBreakPoint="grid-md" aria-label={t("twoFactorTab_data-rooms")}>
              <ColumnHeaders columns={columnsOf(withOrganizations)} />
              <Tbody>
                {rooms.slice(0, PAGE_SIZE).map((room) => (
                  <Tr key={room.id}>
                    <Td dataLabel={t("twoFactorColumn_room")}>
                      <RoomLink room={room} />
                    </Td>
                    {withOrganizations && (
                      <Td dataLabel={t("twoFactorColumn_organization")}>
                        {room.organization ? (
                          <OrganizationLinks organizations={[{ id: room.organization, name: aliasOf(room) }]} />
                        ) : (
                          "–"
                        )}
                      </Td>
                    )}
                    <Td dataLabel={t("twoFactorColumn_rule")}>
                      <Label color={room.enforced ? "green" : "grey"}>
                        {t(room.enforced ? "twoFactorEnforced" : "twoFactorNotEnforced")}
                      </Label>
                    </Td>
                    <Td dataLabel={t("twoFactorColumn_userGroups")}>
                      {room.userGroups.map(({ name }) => name).join(", ") || "–"}
                    </Td>
                    <Td isActionCell>
                      {mayEdit(room) && (
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
      {creating && <CreateRoomDialog onClose={() => setCreating(false)} onCreated={onCreated} />}
      {editing && <EditRoomDialog room={editing} onClose={() => setEditing(undefined)} onSaved={list.loaded.reload} />}
    </PageSection>
  );
}

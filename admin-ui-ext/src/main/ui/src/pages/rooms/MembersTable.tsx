import { useRealm } from "@keycloak/keycloak-admin-ui";
import { Button, Label, PageSection, Title, ToolbarItem } from "@patternfly/react-core";
import { ActionsColumn, Table, Tbody, Td, Tr } from "@patternfly/react-table";
import { useCallback, useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router-dom";
import { useMethods } from "../../api/methods";
import type { DataRoom, Member } from "../../api/types";
import { useApi, type Query } from "../../api/useApi";
import { Await } from "../../ui/Await";
import { ColumnHeaders } from "../../ui/ColumnHeaders";
import { ListToolbar } from "../../ui/ListToolbar";
import { Nothing } from "../../ui/Nothing";
import { MethodLabels } from "../../ui/MethodLabels";
import { StatusIcon } from "../../ui/StatusIcon";
import { PAGE_SIZE, usePage } from "../../ui/usePage";
import { toUser } from "../paths";
import { AddMembersDialog } from "./AddMembersDialog";
import { PhoneNumberCell } from "./PhoneNumberCell";
import { useMembership } from "./useMembership";
import { useRoomRights } from "./useRoomRights";

const COLUMNS = ["user", "userGroups", "status", "phoneNumber"] as const;

export const MembersTable = ({ room }: { room: DataRoom }) => {
  const { t } = useTranslation();
  const { realm } = useRealm();
  const api = useApi();
  const [adding, setAdding] = useState(false);
  const methods = useMethods().data?.map(({ method }) => method) ?? [];
  const mayManage = useRoomRights().mayManageMembers(room);

  const list = usePage<Member>(
    useCallback(
      (query: Query) => api.json("GET", `/two-factor/data-rooms/${room.id}/members`, { query }),
      [api, room.id],
    ),
  );
  const { remove } = useMembership(room, list.loaded.reload);

  return (
    <PageSection variant="light">
      <Title headingLevel="h2" size="lg">
        {t("twoFactorMembers")}
      </Title>
      <ListToolbar
        list={list}
        label={t("twoFactorSearchMembers")}
        statuses={["none", ...methods, "both", "several", "locked"]}
      >
        {mayManage && (
          <ToolbarItem>
            <Button onClick={() => setAdding(true)} data-testid="twoFactorAddMembers">
              {t("twoFactorAddMembers")}
            </Button>
          </ToolbarItem>
        )}
      </ListToolbar>
      <Await what={list.loaded}>
        {(members) =>
          members.length === 0 ? (
            <Nothing title={t("twoFactorNoMembers")} body={t("twoFactorNoMembersBody")} />
          ) : (
            <Table variant="compact" gridBreakPoint="grid-lg" aria-label={t("twoFactorMembers")}>
              <ColumnHeaders columns={COLUMNS} />
              <Tbody>
                {members.slice(0, PAGE_SIZE).map((member) => (
                  <Tr key={member.id}>
                    <Td dataLabel={t("twoFactorColumn_user")}>
                      <Link to={toUser(realm, member.id)}>{member.username}</Link>{" "}
                      {member.administrator && (
                        <Label isCompact color="blue">
                          {t("twoFactorAdministrator")}
                        </Label>
                      )}
                    </Td>
                    <Td dataLabel={t("twoFactorColumn_userGroups")}>{member.groups.join(", ")}</Td>
                    <Td dataLabel={t("twoFactorColumn_status")}>
                      <StatusIcon status={member.status} /> <MethodLabels methods={member.factors} />
                    </Td>
                    <Td dataLabel={t("twoFactorColumn_phoneNumber")} className="strongroom-number-cell">
                      <PhoneNumberCell room={room} member={member} mayManage={mayManage} onSaved={list.loaded.reload} />
                    </Td>
                    <Td isActionCell>
                      {mayManage && (
                        <ActionsColumn
                          items={[
                            {
                              title: t("twoFactorRemoveMember"),
                              onClick: () => void remove(member),
                            },
                          ]}
                        />
                      )}
                    </Td>
                  </Tr>
                ))}
              </Tbody>
            </Table>
          )
        }
      </Await>
      {adding && <AddMembersDialog room={room} onClose={() => setAdding(false)} onAdded={list.loaded.reload} />}
    </PageSection>
  );
};

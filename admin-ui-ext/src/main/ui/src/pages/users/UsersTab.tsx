import { useAccess, useRealm } from "@keycloak/keycloak-admin-ui";
import { Label, PageSection } from "@patternfly/react-core";
import { Table, Tbody, Td, Tr } from "@patternfly/react-table";
import { useCallback } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router-dom";
import { statusesOf, useMethods } from "../../api/methods";
import type { User } from "../../api/types";
import { useApi, type Query } from "../../api/useApi";
import { Await } from "../../ui/Await";
import { ColumnHeaders } from "../../ui/ColumnHeaders";
import { ListToolbar } from "../../ui/ListToolbar";
import { Nothing } from "../../ui/Nothing";
import { MethodLabels } from "../../ui/MethodLabels";
import { StatusIcon } from "../../ui/StatusIcon";
import { PAGE_SIZE, usePage } from "../../ui/usePage";
import { OrganizationLinks } from "../organizations/OrganizationLinks";
import { toUser } from "../paths";
import { useScope } from "../scope";
import { UserActionsMenu } from "./UserActionsMenu";

/** The organizations are shown in the realm's list if a row has them. */
const columnsOf = (withOrganizations: boolean) =>
  ["user", "name", ...(withOrganizations ? ["organization"] : []), "email", "status", "backupCodes"] as const;

export default function UsersTab() {
  const { t } = useTranslation();
  const { realm } = useRealm();
  const { hasAccess } = useAccess();
  const api = useApi();
  const scope = useScope();
  const list = usePage<User>(
    useCallback((query: Query) => api.json("GET", `${scope.api}/users`, { query }), [api, scope]),
  );
  const methods = useMethods().data?.map(({ method }) => method) ?? [];
  const withOrganizations =
    !scope.organization && (list.loaded.data ?? []).some(({ organizations }) => organizations?.length);
  return (
    <PageSection variant="light">
      <ListToolbar
        key={list.search}
        list={list}
        label={t(scope.organization ? "twoFactorSearchMembers" : "twoFactorSearchUsers")}
        statuses={statusesOf(methods)}
      />
      <Await what={list.loaded}>
        {(users) =>
          users.length === 0 ? (
            <Nothing
              title={t("twoFactorNobodyFound")}
              body={t(scope.organization ? "twoFactorNoOrganizationMembersBody" : "twoFactorNobodyFoundBody")}
            />
          ) : (
            <Table
              variant="compact"
              gridBreakPoint="grid-lg"
              aria-label={t(scope.organization ? "twoFactorMembers" : "twoFactorTab_users")}
            >
              <ColumnHeaders columns={columnsOf(withOrganizations)} />
              <Tbody>
                {users.slice(0, PAGE_SIZE).map((user) => (
                  <Tr key={user.id}>
                    <Td dataLabel={t("twoFactorColumn_user")}>
                      <Link to={toUser(realm, user.id)}>{user.username}</Link>{" "}
                      {user.required && (
                        <Label isCompact color="blue">
                          {t("twoFactorRequired")}
                        </Label>
                      )}
                    </Td>
                    <Td dataLabel={t("twoFactorColumn_name")}>
                      {[user.firstName, user.lastName].filter(Boolean).join(" ") || "–"}
                    </Td>
                    {withOrganizations && (
                      <Td dataLabel={t("twoFactorColumn_organization")}>
                        <OrganizationLinks organizations={user.organizations ?? []} />
                      </Td>
                    )}
                    <Td dataLabel={t("twoFactorColumn_email")}>{user.email ?? "–"}</Td>
                    <Td dataLabel={t("twoFactorColumn_status")}>
                      <StatusIcon status={user.status} /> <MethodLabels methods={user.factors} />
                    </Td>
                    <Td dataLabel={t("twoFactorColumn_backupCodes")}>{user.backupCodesLeft}</Td>
                    <Td isActionCell>
                      {hasAccess("manage-users") && <UserActionsMenu user={user} onChange={list.loaded.reload} />}
                    </Td>
                  </Tr>
                ))}
              </Tbody>
            </Table>
          )
        }
      </Await>
    </PageSection>
  );
}

import { useRealm } from "@keycloak/keycloak-admin-ui";
import { Label, PageSection, Text, TextContent } from "@patternfly/react-core";
import { Table, Tbody, Td, Th, Thead, Tr } from "@patternfly/react-table";
import { useCallback } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router-dom";
import { inOrder } from "../../api/methods";
import type { Organization } from "../../api/types";
import { useApi, type Query } from "../../api/useApi";
import { Await } from "../../ui/Await";
import { ListToolbar } from "../../ui/ListToolbar";
import { MethodLabels } from "../../ui/MethodLabels";
import { Nothing } from "../../ui/Nothing";
import { isSetUp, StatusIcon } from "../../ui/StatusIcon";
import { PAGE_SIZE, usePage } from "../../ui/usePage";
import { toOrganization } from "../paths";

const COLUMNS = ["organization", "enforcement", "methods", "members", "withSecondFactor", "status"] as const;

const COLORS = { off: "grey", optional: "blue", required: "green" } as const;

const useNumber = () => {
  const { i18n } = useTranslation();
  return new Intl.NumberFormat(i18n.language);
};

/** Shows how many members have each status without a usable factor. */
const WithoutFactor = ({ byStatus }: Pick<Organization, "byStatus">) => {
  const number = useNumber();
  const statuses = inOrder(Object.keys(byStatus)).filter((status) => !isSetUp(status) && byStatus[status]);
  return statuses.length === 0
    ? "–"
    : statuses.map((status) => (
        <span key={status} className="strongroom-status-count">
          <StatusIcon status={status} /> {number.format(byStatus[status] ?? 0)}
        </span>
      ));
};

const withFactor = ({ byStatus }: Organization) =>
  Object.entries(byStatus).reduce((sum, [status, count]) => sum + (isSetUp(status) ? (count ?? 0) : 0), 0);

const Row = ({ organization }: { organization: Organization }) => {
  const { t } = useTranslation();
  const { realm } = useRealm();
  const number = useNumber();
  const { id, name, enabled, enforcement, methods, ownPolicy, members, byStatus } = organization;
  return (
    <Tr>
      <Td dataLabel={t("twoFactorColumn_organization")} className="strongroom-name">
        <Link to={toOrganization(realm, id)}>{name}</Link>{" "}
        {!enabled && <Label isCompact>{t("twoFactorOrganizationDisabled")}</Label>}
      </Td>
      <Td dataLabel={t("twoFactorColumn_enforcement")}>
        <Label isCompact color={COLORS[enforcement]}>
          {t(`twoFactorEnforcement_${enforcement}`)}
        </Label>{" "}
        {!ownPolicy && <span>{t("twoFactorAsInRealm")}</span>}
      </Td>
      <Td dataLabel={t("twoFactorColumn_methods")}>
        <MethodLabels methods={methods} />
      </Td>
      <Td dataLabel={t("twoFactorColumn_members")}>{members === undefined ? "–" : number.format(members)}</Td>
      <Td dataLabel={t("twoFactorColumn_withSecondFactor")}>
        {members === undefined ? "–" : number.format(withFactor(organization))}
      </Td>
      <Td dataLabel={t("twoFactorColumn_status")}>
        <WithoutFactor byStatus={byStatus} />
      </Td>
    </Tr>
  );
};

/** Lists the organizations that the administrator may view, with their policies and the status of their members. */
export default function OrganizationsTab() {
  const { t } = useTranslation();
  const api = useApi();
  const list = usePage<Organization>(
    useCallback((query: Query) => api.json("GET", "/two-factor/organizations", { query }), [api]),
  );
  return (
    <PageSection variant="light">
      <TextContent>
        <Text>{t("twoFactorOrganizationsIntro")}</Text>
      </TextContent>
      <ListToolbar list={list} label={t("twoFactorSearchOrganizations")} />
      <Await what={list.loaded}>
        {(organizations) =>
          organizations.length === 0 ? (
            <Nothing title={t("twoFactorNoOrganizations")} body={t("twoFactorNoOrganizationsBody")} />
          ) : (
            <Table variant="compact" gridBreakPoint="grid-lg" aria-label={t("twoFactorTab_organizations")}>
              <Thead>
                <Tr>
                  {COLUMNS.map((column) => (
                    <Th key={column} modifier="wrap">
                      {t(`twoFactorColumn_${column}`)}
                    </Th>
                  ))}
                </Tr>
              </Thead>
              <Tbody>
                {organizations.slice(0, PAGE_SIZE).map((organization) => (
                  <Row key={organization.id} organization={organization} />
                ))}
              </Tbody>
            </Table>
          )
        }
      </Await>
    </PageSection>
  );
}

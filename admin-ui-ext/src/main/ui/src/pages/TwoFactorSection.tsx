import { useAccess, useRealm } from "@keycloak/keycloak-admin-ui";
import { PageSection, Text, TextContent } from "@patternfly/react-core";
import { lazy, Suspense, type ComponentType } from "react";
import { useTranslation } from "react-i18next";
import { Navigate, useParams } from "react-router-dom";
import type { Access } from "../console-types";
import { Loading } from "../ui/Loading";
import { TabLinks } from "../ui/TabLinks";
import { ORGANIZATION_ACCESS } from "./organizations/useMayOpenOrganizations";
import { toTab, type TabName } from "./paths";

type Tab = { name: TabName; access: Access[]; needsOrganizations?: boolean; Page: ComponentType };

/** The tabs with their required roles, which the server checks as well. */
const TABS: Tab[] = [
  {
    name: "policy",
    access: ["manage-realm"],
    Page: lazy(() => import("./policy/PolicyTab")),
  },
  {
    name: "data-rooms",
    access: ["query-groups", "view-users", "manage-users"],
    Page: lazy(() => import("./rooms/RoomsTab")),
  },
  {
    name: "users",
    access: ["query-users", "view-users", "manage-users"],
    Page: lazy(() => import("./users/UsersTab")),
  },
  {
    name: "organizations",
    access: [...ORGANIZATION_ACCESS],
    needsOrganizations: true,
    Page: lazy(() => import("./organizations/OrganizationsTab")),
  },
  {
    name: "messages",
    access: ["manage-realm"],
    Page: lazy(() => import("./messages/MessagesTab")),
  },
  {
    name: "report",
    access: ["view-users", "manage-users"],
    Page: lazy(() => import("./report/ReportTab")),
  },
  {
    name: "health",
    access: ["manage-realm"],
    Page: lazy(() => import("./health/HealthTab")),
  },
];

export default function TwoFactorSection() {
  const { t } = useTranslation();
  const { realm, realmRepresentation } = useRealm();
  const hasOrganizations = realmRepresentation.organizationsEnabled === true;
  const { hasSomeAccess } = useAccess();
  const { tab } = useParams();

  const tabs = TABS.filter(
    ({ access, needsOrganizations }) => hasSomeAccess(...access) && (!needsOrganizations || hasOrganizations),
  );
  const current = tabs.find(({ name }) => name === tab);
  if (!current) {
    return tabs[0] ? (
      <Navigate replace to={toTab(realm, tabs[0].name)} />
    ) : (
      <PageSection>{t("twoFactorNotAllowed")}</PageSection>
    );
  }
  return (
    <>
      <PageSection variant="light">
        <TextContent>
          <Text component="h1">{t("twoFactor")}</Text>
          <Text>{t("twoFactorIntro")}</Text>
        </TextContent>
      </PageSection>
      <PageSection variant="light" padding={{ default: "noPadding" }}>
        <TabLinks
          label={t("twoFactor")}
          tabs={tabs.map(({ name }) => ({
            to: toTab(realm, name),
            label: t(`twoFactorTab_${name}`),
            testId: `twoFactorTab-${name}`,
          }))}
        />
      </PageSection>
      <Suspense fallback={<Loading />}>
        <current.Page />
      </Suspense>
    </>
  );
}

import { useRealm } from "@keycloak/keycloak-admin-ui";
import { Label, PageSection, Text, TextContent } from "@patternfly/react-core";
import { lazy, Suspense, type ComponentType } from "react";
import { useTranslation } from "react-i18next";
import { Navigate, useParams } from "react-router-dom";
import type { Organization } from "../../api/types";
import { Loading } from "../../ui/Loading";
import { TabLinks } from "../../ui/TabLinks";
import { toOrganization, type OrganizationTabName } from "../paths";
import { useScope } from "../scope";
import { OrganizationTabs } from "./OrganizationTabs";

type Tab = { name: OrganizationTabName; label: string; showsMembers?: boolean; Page: ComponentType };

/** The tabs within the tab. The server checks the right to list members as well. */
const TABS: Tab[] = [
  { name: "policy", label: "twoFactorTab_policy", Page: lazy(() => import("../policy/PolicyTab")) },
  { name: "users", label: "twoFactorMembers", showsMembers: true, Page: lazy(() => import("../users/UsersTab")) },
  { name: "data-rooms", label: "twoFactorTab_data-rooms", Page: lazy(() => import("../rooms/RoomsTab")) },
  { name: "messages", label: "twoFactorTab_messages", Page: lazy(() => import("../messages/MessagesTab")) },
  { name: "report", label: "twoFactorTab_report", showsMembers: true, Page: lazy(() => import("../report/ReportTab")) },
  { name: "health", label: "twoFactorTab_health", Page: lazy(() => import("../health/HealthTab")) },
];

const Content = ({ organization }: { organization: Organization }) => {
  const { t } = useTranslation();
  const { realm } = useRealm();
  const { tab } = useParams();
  const tabs = TABS.filter(({ showsMembers }) => !showsMembers || organization.members !== undefined);
  const current = tabs.find(({ name }) => name === tab);
  if (!current) {
    return <Navigate replace to={toOrganization(realm, organization.id, "policy")} />;
  }
  return (
    <>
      <PageSection variant="light">
        <TextContent>
          <Text component="h1" className="strongroom-name">
            {organization.name} {!organization.enabled && <Label isCompact>{t("twoFactorOrganizationDisabled")}</Label>}
          </Text>
        </TextContent>
      </PageSection>
      <PageSection variant="light" padding={{ default: "noPadding" }}>
        <OrganizationTabs id={organization.id} />
        <TabLinks
          isSecondary
          label={t("twoFactor")}
          tabs={tabs.map(({ name, label }) => ({
            to: toOrganization(realm, organization.id, name),
            label: t(label),
            testId: `twoFactorTab-${name}`,
          }))}
        />
      </PageSection>
      <Suspense fallback={<Loading />}>
        <current.Page />
      </Suspense>
    </>
  );
};

/** The tab "Two-factor" of an organization's page. */
export default function OrganizationTwoFactorPage() {
  const { organization } = useScope();
  return organization && <Content organization={organization} />;
}

import { useAccess } from "@keycloak/keycloak-admin-ui";
import { PageSection, Text, TextContent } from "@patternfly/react-core";
import { useCallback } from "react";
import { useParams } from "react-router-dom";
import type { UserDetail } from "../../api/types";
import { useApi } from "../../api/useApi";
import { Await } from "../../ui/Await";
import { useLoad, type Loaded } from "../../ui/useLoad";
import { UserFactors } from "./UserFactors";
import { UserRule } from "./UserRule";
import { UserTabs } from "./UserTabs";

const Content = ({ loaded }: { loaded: Loaded<UserDetail> }) => {
  const { hasAccess } = useAccess();
  const mayManage = hasAccess("manage-users");
  return (
    <Await what={loaded}>
      {(user) => (
        <>
          <UserRule user={user} mayManage={mayManage} onChange={loaded.reload} />
          <UserFactors user={user} mayManage={mayManage} onChange={loaded.reload} />
        </>
      )}
    </Await>
  );
};

const UserPage = ({ id }: { id: string }) => {
  const api = useApi();
  const loaded = useLoad(useCallback(() => api.json<UserDetail>("GET", `/two-factor/users/${id}`), [api, id]));
  return (
    <>
      <PageSection variant="light">
        <TextContent>
          <Text component="h1">{loaded.data?.summary.username ?? "…"}</Text>
        </TextContent>
      </PageSection>
      <PageSection variant="light" padding={{ default: "noPadding" }}>
        <UserTabs id={id} />
      </PageSection>
      <PageSection variant="light">
        <Content loaded={loaded} />
      </PageSection>
    </>
  );
};

/** The tab "Two-factor" of a user's page; nothing of the previous user stays. */
export default function UserTwoFactorPage() {
  const { id = "" } = useParams();
  return <UserPage key={id} id={id} />;
}

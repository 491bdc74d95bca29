import { PageSection } from "@patternfly/react-core";
import { useCallback } from "react";
import type { SmsOverview } from "../../api/report";
import { useApi } from "../../api/useApi";
import { Await } from "../../ui/Await";
import { useLoad } from "../../ui/useLoad";
import { useScope } from "../scope";
import { usePolicy } from "../policy/usePolicy";
import { MessagesForm } from "./MessagesForm";
import { SendingToday } from "./SendingToday";

export default function MessagesTab() {
  const api = useApi();
  const scope = useScope();
  const { loaded, save } = usePolicy();
  const overview = useLoad(useCallback(() => api.json<SmsOverview>("GET", `${scope.api}/sms`), [api, scope]));
  return (
    <PageSection variant="light">
      <Await what={overview}>
        {(sending) => (
          <>
            <SendingToday overview={sending} />
            <Await what={loaded}>
              {({ policy }) => <MessagesForm policy={policy} save={save} overview={sending} reload={overview.reload} />}
            </Await>
          </>
        )}
      </Await>
    </PageSection>
  );
}

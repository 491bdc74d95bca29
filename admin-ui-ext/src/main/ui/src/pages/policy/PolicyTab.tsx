import { PageSection, Text, TextContent } from "@patternfly/react-core";
import { useTranslation } from "react-i18next";
import { useMethods } from "../../api/methods";
import { Await } from "../../ui/Await";
import { PolicyForm } from "./PolicyForm";
import { useScope } from "../scope";
import { usePolicy } from "./usePolicy";

export default function PolicyTab() {
  const { t } = useTranslation();
  const { organization } = useScope();
  const methods = useMethods();
  const { loaded, save, dryRun } = usePolicy();
  return (
    <PageSection variant="light">
      <TextContent className="pf-v5-u-mb-lg">
        <Text>{t(organization ? "twoFactorOrganizationPolicyIntro" : "twoFactorPolicyIntro")}</Text>
      </TextContent>
      <Await what={methods}>
        {(known) => (
          <Await what={loaded}>
            {({ policy }) => (
              <PolicyForm
                policy={policy}
                isReadOnly={organization?.manage === false}
                methods={known.map(({ method }) => method)}
                save={save}
                dryRun={dryRun}
                reload={loaded.reload}
              />
            )}
          </Await>
        )}
      </Await>
    </PageSection>
  );
}

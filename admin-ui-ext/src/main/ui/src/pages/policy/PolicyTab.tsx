import { PageSection, Text, TextContent } from "@patternfly/react-core";
import { useTranslation } from "react-i18next";
import { Await } from "../../ui/Await";
import { PolicyForm } from "./PolicyForm";
import { usePolicy } from "./usePolicy";

export default function PolicyTab() {
  const { t } = useTranslation();
  const { loaded, save, dryRun } = usePolicy();
  return (
    <PageSection variant="light">
      <TextContent className="pf-v5-u-mb-lg">
        <Text>{t("twoFactorPolicyIntro")}</Text>
      </TextContent>
      <Await what={loaded}>
        {({ policy }) => <PolicyForm policy={policy} save={save} dryRun={dryRun} reload={loaded.reload} />}
      </Await>
    </PageSection>
  );
}

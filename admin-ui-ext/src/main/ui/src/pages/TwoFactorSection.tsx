import { PageSection, Title } from "@patternfly/react-core";
import { useTranslation } from "react-i18next";

export default function TwoFactorSection() {
  const { t } = useTranslation();
  return (
    <PageSection variant="light">
      <Title headingLevel="h1">{t("twoFactor")}</Title>
    </PageSection>
  );
}

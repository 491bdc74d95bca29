import { Alert, AlertActionLink, PageSection } from "@patternfly/react-core";
import { useTranslation } from "react-i18next";

export const Crashed = () => {
  const { t } = useTranslation();
  return (
    <PageSection>
      <Alert
        component="h2"
        isInline
        variant="danger"
        title={t("twoFactorCrashed")}
        actionLinks={<AlertActionLink onClick={() => location.reload()}>{t("twoFactorTryAgain")}</AlertActionLink>}
      />
    </PageSection>
  );
};

import { useWhoAmI } from "@keycloak/keycloak-admin-ui";
import { Banner } from "@patternfly/react-core";
import { ExclamationTriangleIcon } from "@patternfly/react-icons";
import { useTranslation } from "react-i18next";

/** The stock console's warning for the temporary bootstrap administrator. */
export const TemporaryAdminBanner = () => {
  const { t } = useTranslation();
  const { whoAmI } = useWhoAmI();
  return whoAmI.temporary ? (
    <Banner variant="gold" className="strongroom-banner" screenReaderText={t("warning")}>
      <ExclamationTriangleIcon /> {t("loggedInAsTempAdminUser")}
    </Banner>
  ) : null;
};

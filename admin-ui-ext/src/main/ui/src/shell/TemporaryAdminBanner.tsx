import { useWhoAmI } from "@keycloak/keycloak-admin-ui";
import { Banner } from "@patternfly/react-core";
import { ExclamationTriangleIcon } from "@patternfly/react-icons";
import { useTranslation } from "react-i18next";

/** The stock console's warning to who signs in with the account of the first start. */
export const TemporaryAdminBanner = () => {
  const { t } = useTranslation();
  const { whoAmI } = useWhoAmI();
  return whoAmI.temporary ? (
    <Banner variant="gold" className="strongroom-banner" screenReaderText={t("warning")}>
      <ExclamationTriangleIcon /> {t("loggedInAsTempAdminUser")}
    </Banner>
  ) : null;
};

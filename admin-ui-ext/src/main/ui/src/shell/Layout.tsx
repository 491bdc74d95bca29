import { Header, PageBreadCrumbs } from "@keycloak/keycloak-admin-ui";
import { Bullseye, Page, Spinner } from "@patternfly/react-core";
import { Suspense, useEffect } from "react";
import { useTranslation } from "react-i18next";
import { Outlet, useLocation } from "react-router-dom";
import { AuthWall } from "./AuthWall";
import { PageNav } from "./PageNav";
import { TemporaryAdminBanner } from "./TemporaryAdminBanner";
import { useSidebar } from "./useSidebar";
import "./layout.css";

/** Id of the main element, which Keycloak's pages refer to. */
const MAIN_ID = "kc-main-content-page-container";

const Loading = () => {
  const { t } = useTranslation();
  return (
    <Bullseye>
      <Spinner aria-label={t("loading")} />
    </Bullseye>
  );
};

export const Layout = () => {
  const { isOpen, onResize, closeIfNarrow } = useSidebar();
  const { pathname } = useLocation();
  useEffect(closeIfNarrow, [pathname, closeIfNarrow]);

  return (
    <div className="strongroom-console">
      <TemporaryAdminBanner />
      <Page
        header={<Header />}
        sidebar={<PageNav isOpen={isOpen} />}
        breadcrumb={<PageBreadCrumbs />}
        onPageResize={onResize}
        mainContainerId={MAIN_ID}
      >
        <Suspense fallback={<Loading />}>
          <AuthWall>
            <Outlet />
          </AuthWall>
        </Suspense>
      </Page>
    </div>
  );
};

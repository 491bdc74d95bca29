import { useRealm } from "@keycloak/keycloak-admin-ui";
import { Label, Nav, NavGroup, PageSidebar, PageSidebarBody } from "@patternfly/react-core";
import { useTranslation } from "react-i18next";
import { NavLink } from "react-router-dom";
import type { NavEntry } from "./nav-entries";
import { useNavigation } from "./useNavigation";

/** Returns the realm's display name, which may refer to a message as `${key}`. */
const useRealmName = () => {
  const { t } = useTranslation();
  const { realm, realmRepresentation } = useRealm();
  const name = realmRepresentation.displayName;
  const key = name?.match(/^\$\{(.+)\}$/)?.[1];
  const shown = key ? t(key) : name;
  return shown === undefined || shown === "" ? realm : shown;
};

const Entry = ({ title, path }: NavEntry) => {
  const { t } = useTranslation();
  const { realm } = useRealm();
  const id = `nav-item${path.replace("/", "-")}`;
  return (
    <li>
      <NavLink
        id={id}
        data-testid={id}
        to={`/${encodeURIComponent(realm)}${path}`}
        className={({ isActive }) => `pf-v5-c-nav__link${isActive ? " pf-m-current" : ""}`}
      >
        {t(title)}
      </NavLink>
    </li>
  );
};

type PageNavProps = { isOpen: boolean };

export const PageNav = ({ isOpen }: PageNavProps) => {
  const { t } = useTranslation();
  const realmName = useRealmName();
  return (
    <PageSidebar className="keycloak__page_nav__nav" isSidebarOpen={isOpen}>
      <PageSidebarBody>
        <Nav aria-label={t("twoFactorNavigation")}>
          <h2 className="pf-v5-c-nav__section-title strongroom-realm">
            <span data-testid="currentRealm">{realmName}</span> <Label color="blue">{t("currentRealm")}</Label>
          </h2>
          {useNavigation().map(({ title, entries }, index) => (
            <NavGroup key={title ?? index} {...(title && { title: t(title), "aria-label": t(title) })}>
              {entries.map((entry) => (
                <Entry key={entry.path} {...entry} />
              ))}
            </NavGroup>
          ))}
        </Nav>
      </PageSidebarBody>
    </PageSidebar>
  );
};

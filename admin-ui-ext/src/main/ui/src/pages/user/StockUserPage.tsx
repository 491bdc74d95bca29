import { useRealm } from "@keycloak/keycloak-admin-ui";
import { useEffect, useRef, useState, type PropsWithChildren } from "react";
import { createPortal } from "react-dom";
import { useTranslation } from "react-i18next";
import { Link, useParams } from "react-router-dom";
import { toUser } from "../paths";

const TABS = "nav.pf-v5-c-tabs > .pf-v5-c-tabs__list";

/** Returns the first list of tabs below an element, once it is rendered. */
const useTabList = () => {
  const page = useRef<HTMLDivElement>(null);
  const [list, setList] = useState<Element | null>(null);

  useEffect(() => {
    const find = () => setList(page.current?.querySelector(TABS) ?? null);
    find();
    const observer = new MutationObserver(find);
    observer.observe(page.current!, { childList: true, subtree: true });
    return () => observer.disconnect();
  }, []);
  return { page, list };
};

/** The stock user page with an additional tab that links to the two-factor page. The stock page has no extension point. */
export const StockUserPage = ({ children }: PropsWithChildren) => {
  const { t } = useTranslation();
  const { realm } = useRealm();
  const { id = "" } = useParams();
  const { page, list } = useTabList();
  return (
    <div ref={page} className="strongroom-user">
      {children}
      {list &&
        createPortal(
          <li className="pf-v5-c-tabs__item">
            <Link to={toUser(realm, id)} className="pf-v5-c-tabs__link" data-testid="twoFactorUserTab">
              <span className="pf-v5-c-tabs__item-text">{t("twoFactor")}</span>
            </Link>
          </li>,
          list,
        )}
    </div>
  );
};

import { useEffect, useRef, useState, type PropsWithChildren } from "react";
import { createPortal } from "react-dom";
import { useTranslation } from "react-i18next";
import { Link } from "react-router-dom";

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

type StockTabsProps = PropsWithChildren<{ to: string; testId: string }>;

/** A stock page with an additional tab that links to a two-factor page. Stock pages have no extension point. */
export const StockTabs = ({ to, testId, children }: StockTabsProps) => {
  const { t } = useTranslation();
  const { page, list } = useTabList();
  return (
    <div ref={page} className="strongroom-stock">
      {children}
      {list &&
        createPortal(
          <li className="pf-v5-c-tabs__item">
            <Link to={to} className="pf-v5-c-tabs__link" data-testid={testId}>
              <span className="pf-v5-c-tabs__item-text">{t("twoFactor")}</span>
            </Link>
          </li>,
          list,
        )}
    </div>
  );
};

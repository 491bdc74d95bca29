import { useEffect, useRef } from "react";
import { Link, useLocation } from "react-router-dom";

export type TabLink = {
  to: string;
  label: string;
  testId?: string;
  /** For a tab with pages of its own; other tabs are current if they are the page. */
  isCurrent?: boolean;
};

type TabLinksProps = { label: string; tabs: TabLink[]; isSecondary?: boolean };

/** Shows tabs that are links to pages. */
export const TabLinks = ({ label, tabs, isSecondary = false }: TabLinksProps) => {
  const { pathname } = useLocation();
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => {
    const current = list.current?.querySelector<HTMLElement>("[aria-current]")?.parentElement;
    if (list.current && current) {
      // In a narrow window, the tabs scroll sideways.
      list.current.scrollLeft = current.offsetLeft - (list.current.clientWidth - current.offsetWidth) / 2;
    }
  }, [pathname]);

  return (
    <nav
      className={`pf-v5-c-tabs ${isSecondary ? "pf-m-secondary" : "pf-m-box"} pf-m-page-insets strongroom-tabs`}
      aria-label={label}
    >
      <ul ref={list} className="pf-v5-c-tabs__list">
        {tabs.map(({ to, label: text, testId, isCurrent = decodeURI(to) === decodeURI(pathname) }) => {
          return (
            <li key={to} className={`pf-v5-c-tabs__item${isCurrent ? " pf-m-current" : ""}`}>
              <Link
                to={to}
                className="pf-v5-c-tabs__link"
                data-testid={testId}
                aria-current={isCurrent ? "page" : undefined}
              >
                <span className="pf-v5-c-tabs__item-text">{text}</span>
              </Link>
            </li>
          );
        })}
      </ul>
    </nav>
  );
};

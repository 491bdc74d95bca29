import { Link, useLocation } from "react-router-dom";

export type TabLink = { to: string; label: string; testId?: string };

type TabLinksProps = { label: string; tabs: TabLink[] };

/** Shows tabs that are links to pages. */
export const TabLinks = ({ label, tabs }: TabLinksProps) => {
  const { pathname } = useLocation();
  return (
    <nav className="pf-v5-c-tabs pf-m-box pf-m-page-insets strongroom-tabs" aria-label={label}>
      <ul className="pf-v5-c-tabs__list">
        {tabs.map(({ to, label: text, testId }) => {
          const isCurrent = decodeURI(to) === decodeURI(pathname);
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

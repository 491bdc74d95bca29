import { NavLink } from "react-router-dom";

export type TabLink = { to: string; label: string; testId?: string };

type TabLinksProps = { label: string; tabs: TabLink[] };

/** Tabs that are pages of their own, each with an address. */
export const TabLinks = ({ label, tabs }: TabLinksProps) => (
  <nav className="pf-v5-c-tabs pf-m-page-insets" aria-label={label}>
    <ul className="pf-v5-c-tabs__list">
      {tabs.map(({ to, label: text, testId }) => (
        <li key={to} className="pf-v5-c-tabs__item">
          <NavLink to={to} className="pf-v5-c-tabs__link strongroom-tab" data-testid={testId}>
            <span className="pf-v5-c-tabs__item-text">{text}</span>
          </NavLink>
        </li>
      ))}
    </ul>
  </nav>
);

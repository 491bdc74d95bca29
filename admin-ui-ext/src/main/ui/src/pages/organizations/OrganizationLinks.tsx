import { useRealm } from "@keycloak/keycloak-admin-ui";
import { Fragment } from "react";
import { Link } from "react-router-dom";
import { toOrganization } from "../paths";
import { useMayOpenOrganizations } from "./useMayOpenOrganizations";

type OrganizationLinksProps = { organizations: { id: string; name: string }[] };

/** Shows organizations, with links to their two-factor tabs if the administrator may open them. */
export const OrganizationLinks = ({ organizations }: OrganizationLinksProps) => {
  const { realm } = useRealm();
  const mayOpen = useMayOpenOrganizations();
  return organizations.length === 0
    ? "–"
    : organizations.map(({ id, name }, index) => (
        <Fragment key={id}>
          {index > 0 && ", "}
          {mayOpen ? <Link to={toOrganization(realm, id)}>{name}</Link> : name}
        </Fragment>
      ));
};

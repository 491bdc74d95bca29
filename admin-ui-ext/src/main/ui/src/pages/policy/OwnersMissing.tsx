import { useAccess, useRealm } from "@keycloak/keycloak-admin-ui";
import { Alert, List, ListItem } from "@patternfly/react-core";
import { useTranslation } from "react-i18next";
import { Link } from "react-router-dom";
import type { Owner } from "../../api/types";
import { toUser } from "../paths";

type OwnersMissingProps = { owners: Owner[]; isRefused: boolean };

/** Lists the owners who would be locked out, with links to them. */
export const OwnersMissing = ({ owners, isRefused }: OwnersMissingProps) => {
  const { t } = useTranslation();
  const { realm } = useRealm();
  const { hasAccess } = useAccess();
  return (
    <Alert
      component="h2"
      isInline
      className="pf-v5-u-mt-md"
      variant={isRefused ? "danger" : "warning"}
      title={t(isRefused ? "twoFactorOwnersMissing" : "twoFactorOwnersMissingYet", { count: owners.length })}
    >
      <p>{t("twoFactorOwnersMend")}</p>
      <List>
        {owners.map(({ id, username }) => (
          <ListItem key={id}>
            {hasAccess("query-users") ? <Link to={toUser(realm, id)}>{username}</Link> : username}
          </ListItem>
        ))}
      </List>
    </Alert>
  );
};

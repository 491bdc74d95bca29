import { useRealm } from "@keycloak/keycloak-admin-ui";
import { Alert, List, ListItem } from "@patternfly/react-core";
import { useTranslation } from "react-i18next";
import { Link } from "react-router-dom";
import type { DryRun } from "../../api/types";
import { toUser, toUsers } from "../paths";

type OwnersMissingProps = { trial: DryRun; isRefused: boolean };

/** The owners who would lock themselves out, each with the way to them. */
export const OwnersMissing = ({ trial, isRefused }: OwnersMissingProps) => {
  const { t } = useTranslation();
  const { realm } = useRealm();
  const idOf = (name: string) => trial.owners?.find(({ username }) => username === name)?.id;
  return (
    <Alert
      component="h2"
      isInline
      className="pf-v5-u-mt-md"
      variant={isRefused ? "danger" : "warning"}
      title={t(isRefused ? "twoFactorOwnersMissing" : "twoFactorOwnersMissingYet", {
        count: trial.ownersMissing.length,
      })}
    >
      <p>{t("twoFactorOwnersMend")}</p>
      <List>
        {trial.ownersMissing.map((name) => {
          const id = idOf(name);
          return (
            <ListItem key={name}>
              <Link to={id ? toUser(realm, id) : toUsers(realm, name)}>{name}</Link>
            </ListItem>
          );
        })}
      </List>
    </Alert>
  );
};

import { List, ListItem, Title } from "@patternfly/react-core";
import { useTranslation } from "react-i18next";
import { useMethodTexts } from "../../api/methods";
import type { DryRun } from "../../api/types";

type DryRunByFactorProps = { preview: DryRun };

/** Lists how many users have each accepted factor, and the effect on the users of single roles. */
export const DryRunByFactor = ({ preview }: DryRunByFactorProps) => {
  const { t } = useTranslation();
  const texts = useMethodTexts();
  return (
    <>
      <Title headingLevel="h2" size="md" className="pf-v5-u-mt-md">
        {t("twoFactorDryRunByFactor")}
      </Title>
      <List isPlain>
        {Object.entries(preview.byFactor).map(([method, count]) => (
          <ListItem key={method} data-testid={`twoFactorHave-${method}`}>
            {texts.name(method)}: {count}
          </ListItem>
        ))}
      </List>
      {preview.byRole.map((effect) => (
        <section key={effect.role} data-testid={`twoFactorEffect-${effect.role}`}>
          <Title headingLevel="h2" size="md" className="pf-v5-u-mt-md">
            {t("twoFactorDryRunRole", { role: effect.role, factors: texts.anyOf(effect.methods), count: effect.users })}
          </Title>
          <List isPlain>
            {(["asked", "mustEnrol", "inGrace", "refused"] as const)
              .filter((name) => effect[name] > 0)
              .map((name) => (
                <ListItem key={name}>
                  {effect[name]} {t(`twoFactorDryRun_${name}`)}
                </ListItem>
              ))}
            {effect.missing.length > 0 && (
              <ListItem>{t("twoFactorDryRunMissing", { users: effect.missing.join(", ") })}</ListItem>
            )}
          </List>
        </section>
      ))}
    </>
  );
};

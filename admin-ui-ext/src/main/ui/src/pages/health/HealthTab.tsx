import { Alert, AlertActionLink, PageSection, Text, TextContent } from "@patternfly/react-core";
import { useCallback } from "react";
import { useTranslation } from "react-i18next";
import type { Finding } from "../../api/report";
import { useApi } from "../../api/useApi";
import { useAlerts } from "../../ui/Alerts";
import { Await } from "../../ui/Await";
import { useLoad } from "../../ui/useLoad";
import { useScope } from "../scope";

const VARIANTS = { error: "danger", warning: "warning", info: "info" } as const;

/** Lists the health findings, with a button for those that one call fixes. */
export default function HealthTab() {
  const { t } = useTranslation();
  const { done, failed } = useAlerts();
  const api = useApi();
  const scope = useScope();
  const mayMend = scope.organization?.manage !== false;
  const health = useLoad(useCallback(() => api.json<Finding[]>("GET", `${scope.api}/health`), [api, scope]));

  const fix = async (id: string) => {
    try {
      await api.send("POST", `${scope.api}/health/${id}/mend`);
      health.reload();
      done(t("twoFactorMended"));
    } catch (error) {
      failed(error);
    }
  };

  return (
    <PageSection variant="light">
      <TextContent className="pf-v5-u-mb-lg">
        <Text>{t(scope.organization ? "twoFactorOrganizationHealthIntro" : "twoFactorHealthIntro")}</Text>
      </TextContent>
      <Await what={health}>
        {(findings) => (
          <>
            {findings.length === 0 && (
              <Alert
                component="h2"
                isInline
                variant="success"
                title={t(scope.organization ? "twoFactorOrganizationHealthy" : "twoFactorHealthy")}
              />
            )}
            {findings.map((finding, index) => (
              <Alert
                key={`${finding.what}-${index}`}
                component="h2"
                isInline
                className="pf-v5-u-mb-md"
                variant={VARIANTS[finding.severity]}
                title={finding.what}
                actionLinks={
                  mayMend &&
                  finding.mend && (
                    <AlertActionLink onClick={() => void fix(finding.mend!)}>{t("twoFactorMend")}</AlertActionLink>
                  )
                }
              >
                {finding.message}
              </Alert>
            ))}
          </>
        )}
      </Await>
    </PageSection>
  );
}

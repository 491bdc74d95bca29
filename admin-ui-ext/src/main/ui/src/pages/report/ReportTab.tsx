import { Alert, Button, Flex, PageSection, Text, TextContent, Title } from "@patternfly/react-core";
import { useCallback } from "react";
import { useTranslation } from "react-i18next";
import type { Report } from "../../api/report";
import { useApi } from "../../api/useApi";
import { Await } from "../../ui/Await";
import { useLoad } from "../../ui/useLoad";
import { useScope } from "../scope";
import { Bars } from "./Bars";
import { FactorBars } from "./FactorBars";
import { RoomsReport } from "./RoomsReport";
import { useCsv } from "./useCsv";

export default function ReportTab() {
  const { t } = useTranslation();
  const api = useApi();
  const csv = useCsv();
  const scope = useScope();
  const report = useLoad(useCallback(() => api.json<Report>("GET", `${scope.api}/report`), [api, scope]));
  return (
    <PageSection variant="light">
      <Await what={report}>
        {({ users, byStatus, byFactor, directories, unreadableNumbers }) => (
          <>
            <Flex justifyContent={{ default: "justifyContentSpaceBetween" }} className="pf-v5-u-mb-md">
              <Title headingLevel="h2" size="lg">
                {t(scope.organization ? "twoFactorReportMembers" : "twoFactorReportUsers", { count: users })}
              </Title>
              <Button
                variant="secondary"
                isDisabled={csv.busy}
                isLoading={csv.busy}
                onClick={() => void csv.download()}
              >
                {t("twoFactorCsv")}
              </Button>
            </Flex>
            {unreadableNumbers > 0 && (
              <Alert
                component="h2"
                isInline
                variant="warning"
                title={t("twoFactorReportUnreadable", { count: unreadableNumbers })}
              />
            )}
            {directories && <Alert component="h2" isInline variant="info" title={t("twoFactorReportDirectories")} />}
            <Bars label={t("twoFactorTab_report")} counts={byStatus} total={users} />
            <TextContent className="pf-v5-u-mt-xl">
              <Title headingLevel="h2" size="lg">
                {t("twoFactorReportFactors")}
              </Title>
              <Text>{t("twoFactorReportFactorsHelp")}</Text>
            </TextContent>
            <FactorBars label={t("twoFactorReportFactors")} counts={byFactor} total={users} />
          </>
        )}
      </Await>
      <RoomsReport />
    </PageSection>
  );
}

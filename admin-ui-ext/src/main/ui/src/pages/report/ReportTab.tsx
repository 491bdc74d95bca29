import { useRealm } from "@keycloak/keycloak-admin-ui";
import { Alert, Button, Flex, PageSection, Title } from "@patternfly/react-core";
import { useCallback } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router-dom";
import type { Report } from "../../api/report";
import { useApi } from "../../api/useApi";
import { Await } from "../../ui/Await";
import { useLoad } from "../../ui/useLoad";
import { toRoom } from "../paths";
import { Bars } from "./Bars";
import { useCsv } from "./useCsv";

const Rooms = ({ rooms }: { rooms: NonNullable<Report["dataRooms"]> }) => {
  const { realm } = useRealm();
  return rooms.map((room) => (
    <section key={room.id}>
      <Title headingLevel="h3" size="md" className="pf-v5-u-mt-lg">
        <Link to={toRoom(realm, room.id)}>{room.name}</Link>
      </Title>
      <Bars label={room.name} counts={room.byStatus} total={room.members} />
    </section>
  ));
};

export default function ReportTab() {
  const { t } = useTranslation();
  const api = useApi();
  const csv = useCsv();
  const report = useLoad(useCallback(() => api.json<Report>("GET", "/two-factor/report"), [api]));
  return (
    <PageSection variant="light">
      <Await what={report}>
        {({ users, byStatus, directories, dataRooms = [] }) => (
          <>
            <Flex justifyContent={{ default: "justifyContentSpaceBetween" }} className="pf-v5-u-mb-md">
              <Title headingLevel="h2" size="lg">
                {t("twoFactorReportUsers", { count: users })}
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
            {directories && <Alert component="h2" isInline variant="info" title={t("twoFactorReportDirectories")} />}
            <Bars label={t("twoFactorTab_report")} counts={byStatus} total={users} />
            {dataRooms.length > 0 && (
              <>
                <Title headingLevel="h2" size="lg" className="pf-v5-u-mt-xl">
                  {t("twoFactorTab_data-rooms")}
                </Title>
                <Rooms rooms={dataRooms} />
              </>
            )}
          </>
        )}
      </Await>
    </PageSection>
  );
}

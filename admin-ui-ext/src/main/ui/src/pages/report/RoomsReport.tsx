import { Text, TextContent, Title } from "@patternfly/react-core";
import { Table, Tbody, Td, Th, Thead, Tr } from "@patternfly/react-table";
import { Fragment, useCallback } from "react";
import { useTranslation } from "react-i18next";
import { useMethodTexts } from "../../api/methods";
import type { RoomReport } from "../../api/report";
import { useApi, type Query } from "../../api/useApi";
import { Await } from "../../ui/Await";
import { ListToolbar } from "../../ui/ListToolbar";
import { Nothing } from "../../ui/Nothing";
import { PAGE_SIZE, usePage } from "../../ui/usePage";
import { RoomLink } from "../rooms/RoomLink";
import { useScope } from "../scope";
import { Bar } from "./Bar";

const SHARES = [
  { name: "withNumber", kind: "sms" },
  { name: "withSecondFactor", kind: "both" },
  { name: "mustEnrol", kind: "none" },
] as const;

const Row = ({ room }: { room: RoomReport }) => {
  const { t, i18n } = useTranslation();
  const number = new Intl.NumberFormat(i18n.language);
  return (
    <Tr data-testid={`twoFactorRoom-${room.name}`}>
      <Td dataLabel={t("twoFactorColumn_room")}>
        <RoomLink room={room} />
      </Td>
      <Td dataLabel={t("twoFactorColumn_members")}>{number.format(room.members)}</Td>
      {SHARES.map(({ name, kind }) => (
        <Td key={name} dataLabel={t(`twoFactorColumn_${name}`)}>
          {number.format(room[name])} · <Bar count={room[name]} total={room.members} kind={kind} />
        </Td>
      ))}
    </Tr>
  );
};

/** Shows how many members have each factor that the room accepts. */
const Factors = ({ room }: { room: RoomReport }) => {
  const { t, i18n } = useTranslation();
  const texts = useMethodTexts();
  const number = new Intl.NumberFormat(i18n.language);
  return (
    <Tr data-testid={`twoFactorRoomFactors-${room.name}`}>
      <Td colSpan={SHARES.length + 2} dataLabel={t("twoFactorReportFactors")}>
        {Object.entries(room.byFactor)
          .map(([method, count]) => `${texts.name(method)}: ${number.format(count)}`)
          .join(" · ")}
      </Td>
    </Tr>
  );
};

/** Shows the factors of each data room's members in a table with bars. */
export const RoomsReport = () => {
  const { t } = useTranslation();
  const api = useApi();
  const scope = useScope();
  const list = usePage<RoomReport>(
    useCallback((query: Query) => api.json("GET", `${scope.api}/report/data-rooms`, { query }), [api, scope]),
  );
  return (
    <>
      <TextContent className="pf-v5-u-mt-xl">
        <Title headingLevel="h2" size="lg">
          {t("twoFactorReportRooms")}
        </Title>
        <Text>{t("twoFactorReportRoomsHelp")}</Text>
      </TextContent>
      <ListToolbar list={list} label={t("twoFactorSearchRooms")} />
      <Await what={list.loaded}>
        {(rooms) =>
          rooms.length === 0 ? (
            <Nothing title={t("twoFactorNoRooms")} body={t("twoFactorNoRoomsBody")} />
          ) : (
            <Table variant="compact" gridBreakPoint="grid-lg" aria-label={t("twoFactorReportRooms")}>
              <Thead>
                <Tr>
                  <Th>{t("twoFactorColumn_room")}</Th>
                  <Th>{t("twoFactorColumn_members")}</Th>
                  {SHARES.map(({ name }) => (
                    <Th key={name} width={20}>
                      {t(`twoFactorColumn_${name}`)}
                    </Th>
                  ))}
                </Tr>
              </Thead>
              <Tbody>
                {rooms.slice(0, PAGE_SIZE).map((room) => (
                  <Fragment key={room.id}>
                    <Row room={room} />
                    <Factors room={room} />
                  </Fragment>
                ))}
              </Tbody>
            </Table>
          )
        }
      </Await>
    </>
  );
};

import {
  Breadcrumb,
  BreadcrumbItem,
  Button,
  Flex,
  FlexItem,
  Label,
  PageSection,
  Text,
  TextContent,
} from "@patternfly/react-core";
import { useCallback, useState } from "react";
import { useTranslation } from "react-i18next";
import { Link, useParams } from "react-router-dom";
import { useMethodTexts } from "../../api/methods";
import type { DataRoom } from "../../api/types";
import { useApi } from "../../api/useApi";
import { Await } from "../../ui/Await";
import { useLoad } from "../../ui/useLoad";
import { useScope } from "../scope";
import { EditRoomDialog } from "./EditRoomDialog";
import { MembersTable } from "./MembersTable";
import { useRoomRights } from "./useRoomRights";

const Room = ({ room, reload }: { room: DataRoom; reload: () => void }) => {
  const { t } = useTranslation();
  const { toTab } = useScope();
  const { mayEdit } = useRoomRights();
  const texts = useMethodTexts();
  const [editing, setEditing] = useState(false);
  return (
    <>
      <PageSection variant="light">
        <Breadcrumb className="pf-v5-u-mb-md">
          <BreadcrumbItem>
            <Link to={toTab("data-rooms")}>{t("twoFactorTab_data-rooms")}</Link>
          </BreadcrumbItem>
          <BreadcrumbItem isActive>{room.name}</BreadcrumbItem>
        </Breadcrumb>
        <Flex>
          <FlexItem>
            <TextContent>
              <Text component="h1">{room.name}</Text>
            </TextContent>
          </FlexItem>
          <FlexItem>
            <Label color={room.enforced ? "green" : "grey"}>
              {t(room.enforced ? "twoFactorEnforced" : "twoFactorNotEnforced")}
            </Label>
          </FlexItem>
          {mayEdit(room) && (
            <FlexItem align={{ default: "alignRight" }}>
              <Button variant="secondary" onClick={() => setEditing(true)} data-testid="twoFactorEditRoom">
                {t("twoFactorEdit")}
              </Button>
            </FlexItem>
          )}
        </Flex>
        <TextContent className="pf-v5-u-mt-md">
          <Text data-testid="twoFactorRoomRule">
            {room.enforced
              ? `${t("twoFactorRoomAsks", { factors: texts.anyOf(room.methods) })} ${t(`twoFactorRoomWithout_${room.withoutNumber}`)}`
              : t("twoFactorRoomAsksNobody")}
          </Text>
        </TextContent>
      </PageSection>
      <MembersTable room={room} />
      {editing && <EditRoomDialog room={room} onClose={() => setEditing(false)} onSaved={reload} />}
    </>
  );
};

export default function RoomPage() {
  const api = useApi();
  const { room: id = "" } = useParams();
  const loaded = useLoad(useCallback(() => api.json<DataRoom>("GET", `/two-factor/data-rooms/${id}`), [api, id]));
  return <Await what={loaded}>{(room) => <Room room={room} reload={loaded.reload} />}</Await>;
}

import { useRealm } from "@keycloak/keycloak-admin-ui";
import {
  Button,
  Checkbox,
  Form,
  FormGroup,
  FormSelect,
  FormSelectOption,
  Modal,
  ModalVariant,
  SearchInput,
} from "@patternfly/react-core";
import { useCallback, useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router-dom";
import type { DataRoom } from "../../api/types";
import { useApi } from "../../api/useApi";
import { useBusy } from "../../form/useBusy";
import { useAlerts } from "../../ui/Alerts";
import { Await } from "../../ui/Await";
import { useLoad } from "../../ui/useLoad";
import { toStockOrganization } from "../paths";
import { membershipPaths } from "./useMembership";

type Found = {
  id: string;
  username: string;
  email?: string;
  firstName?: string;
  lastName?: string;
};

type AddMembersDialogProps = {
  room: DataRoom;
  onClose: () => void;
  onAdded: () => void;
};

const MAX_USERS = 20;

const shown = ({ username, firstName, lastName, email }: Found) =>
  [username, [firstName, lastName].filter(Boolean).join(" "), email].filter(Boolean).join(" · ");

/** Adds users of the realm to a user group of the room. */
export const AddMembersDialog = ({ room, onClose, onAdded }: AddMembersDialogProps) => {
  const { t } = useTranslation();
  const { done, failed } = useAlerts();
  const { realm } = useRealm();
  const api = useApi();
  const [group, setGroup] = useState((room.userGroups.find(({ administrators }) => !administrators) ?? room).id);
  const [search, setSearch] = useState("");
  const [chosen, setChosen] = useState<Found[]>([]);
  const { busy, run } = useBusy(failed);

  const { candidates, membership } = membershipPaths(room);

  const found = useLoad(
    useCallback(
      () =>
        api.json<Found[]>("GET", candidates, {
          query: { search, max: MAX_USERS, briefRepresentation: true },
        }),
      [api, candidates, search],
    ),
  );
  const isChosen = (user: Found) => chosen.some(({ id }) => id === user.id);
  const toggle = (user: Found) =>
    setChosen((before) => (isChosen(user) ? before.filter(({ id }) => id !== user.id) : [...before, user]));

  const add = () =>
    run(async () => {
      try {
        for (const { id } of chosen) {
          await api.send("PUT", membership(id, group));
        }
        done(t("twoFactorMembersAdded", { count: chosen.length }));
        onClose();
      } finally {
        onAdded(); // some users may have been added before an error
      }
    });

  return (
    <Modal
      isOpen
      variant={ModalVariant.medium}
      title={t("twoFactorAddMembersTo", { room: room.name })}
      onClose={onClose}
      actions={[
        <Button
          key="add"
          isDisabled={chosen.length === 0 || busy}
          isLoading={busy}
          onClick={() => void add()}
          data-testid="twoFactorConfirm"
        >
          {t("twoFactorAdd")}
        </Button>,
        <Button key="cancel" variant="link" onClick={onClose}>
          {t("twoFactorCancel")}
        </Button>,
      ]}
    >
      <Form onSubmit={(event) => event.preventDefault()}>
        <FormGroup label={t("twoFactorUserGroup")} fieldId="twoFactorGroup">
          <FormSelect id="twoFactorGroup" value={group} onChange={(_event, id) => setGroup(id)}>
            {room.userGroups.map(({ id, name, administrators }) => (
              <FormSelectOption
                key={id}
                value={id}
                label={administrators ? `${name} (${t("twoFactorAdministratorNotAsked")})` : name}
              />
            ))}
            <FormSelectOption value={room.id} label={t("twoFactorNoGroup")} />
          </FormSelect>
        </FormGroup>
        <FormGroup role="group" label={t("twoFactorUsersToAdd")} fieldId="twoFactorUsers">
          <SearchInput
            id="twoFactorUsers"
            aria-label={t("twoFactorSearchUsers")}
            placeholder={t("twoFactorSearchUsers")}
            value={search}
            onChange={(_event, text) => setSearch(text)}
            onClear={() => setSearch("")}
            resetButtonLabel={t("twoFactorClear")}
          />
          <div className="pf-v5-u-mt-md">
            <Await what={found}>
              {(users) => (
                <>
                  {users.map((user) => (
                    <Checkbox
                      key={user.id}
                      id={`add-${user.id}`}
                      label={shown(user)}
                      isChecked={isChosen(user)}
                      onChange={() => toggle(user)}
                    />
                  ))}
                  {users.length === 0 && <p>{t("twoFactorNobodyFound")}</p>}
                </>
              )}
            </Await>
          </div>
        </FormGroup>
        <p>
          {t("twoFactorNotThere")}{" "}
          {room.organization === undefined ? (
            <Link to={`/${encodeURIComponent(realm)}/users/add-user`}>{t("twoFactorAddUser")}</Link>
          ) : (
            <Link to={toStockOrganization(realm, room.organization, "members")}>{t("twoFactorAddToOrganization")}</Link>
          )}
        </p>
      </Form>
    </Modal>
  );
};

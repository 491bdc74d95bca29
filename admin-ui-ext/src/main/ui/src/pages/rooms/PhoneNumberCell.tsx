import {
  Button,
  FormHelperText,
  HelperText,
  HelperTextItem,
  InputGroup,
  InputGroupItem,
  TextInput,
} from "@patternfly/react-core";
import { CheckIcon, TimesIcon } from "@patternfly/react-icons";
import { useState, type FormEvent } from "react";
import { useTranslation } from "react-i18next";
import { ApiError } from "../../api/ApiError";
import type { DataRoom, Member } from "../../api/types";
import { errorMessageOf } from "../../ui/error-message";
import { useMemberNumber } from "./useMemberNumber";

type PhoneNumberCellProps = {
  room: DataRoom;
  member: Member;
  mayManage: boolean;
  onSaved: () => void;
};

/** Shows and edits the number set for a member of a room, within the table. */
export const PhoneNumberCell = ({ room, member, mayManage, onSaved }: PhoneNumberCellProps) => {
  const { t } = useTranslation();
  const { save, busy } = useMemberNumber(room, member);
  const [typed, setTyped] = useState<string>();
  const [error, setError] = useState<string>();
  const id = `number-${member.id}`;

  if (member.administrator) {
    return <>{t("twoFactorAdministratorNotAsked")}</>;
  }
  if (typed === undefined) {
    return (
      <>
        <span data-testid={id}>{member.phoneNumber ?? "–"}</span>{" "}
        {mayManage && (
          <Button
            variant="link"
            isInline
            className="pf-v5-u-ml-sm"
            aria-label={t("twoFactorEditNumberOf", { user: member.username })}
            onClick={() => setTyped(member.phoneNumber ?? "")}
          >
            {t("twoFactorEdit")}
          </Button>
        )}
      </>
    );
  }

  const close = () => {
    setTyped(undefined);
    setError(undefined);
  };
  const submit = async () => {
    try {
      if (await save(typed.trim())) {
        close();
        onSaved();
      }
    } catch (refusal) {
      setError(
        refusal instanceof ApiError && refusal.fields.phoneNumber
          ? refusal.fields.phoneNumber
          : errorMessageOf(refusal, t),
      );
    }
  };
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    void submit();
  };

  return (
    <form onSubmit={onSubmit} noValidate>
      <InputGroup>
        <InputGroupItem isFill>
          <TextInput
            id={id}
            type="tel"
            value={typed}
            // The field replaces the button that had the focus.
            // eslint-disable-next-line jsx-a11y/no-autofocus
            autoFocus
            onChange={(_event, text) => setTyped(text)}
            onKeyDown={(event) => event.key === "Escape" && close()}
            validated={error === undefined ? "default" : "error"}
            isDisabled={busy}
            aria-label={t("twoFactorColumn_phoneNumber")}
            aria-describedby={`${id}-help`}
          />
        </InputGroupItem>
        <InputGroupItem>
          <Button type="submit" variant="control" aria-label={t("twoFactorSave")} isDisabled={busy}>
            <CheckIcon />
          </Button>
        </InputGroupItem>
        <InputGroupItem>
          <Button variant="control" aria-label={t("twoFactorCancel")} onClick={close}>
            <TimesIcon />
          </Button>
        </InputGroupItem>
      </InputGroup>
      <FormHelperText>
        <HelperText id={`${id}-help`} isLiveRegion>
          <HelperTextItem variant={error === undefined ? "default" : "error"} hasIcon={error !== undefined}>
            {error ?? t("twoFactorNumberHelp")}
          </HelperTextItem>
        </HelperText>
      </FormHelperText>
    </form>
  );
};

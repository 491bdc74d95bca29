import { Tooltip } from "@patternfly/react-core";
import {
  KeyIcon,
  LockIcon,
  MinusIcon,
  OutlinedClockIcon,
  OutlinedQuestionCircleIcon,
  UserSlashIcon,
} from "@patternfly/react-icons";
import type { ComponentType } from "react";
import { useTranslation } from "react-i18next";
import type { Status } from "../api/types";

const ICONS: Record<Status, ComponentType> = {
  none: MinusIcon,
  sms: KeyIcon,
  totp: KeyIcon,
  both: KeyIcon,
  exempt: UserSlashIcon,
  "in-grace": OutlinedClockIcon,
  locked: LockIcon,
  unknown: OutlinedQuestionCircleIcon,
};

/** Shows a user's status as an icon; its tooltip and its label for screen readers describe the status. */
export const StatusIcon = ({ status }: { status: Status }) => {
  const { t } = useTranslation();
  const Icon = ICONS[status];
  const label = t(`twoFactorStatus_${status}`);
  return (
    <Tooltip content={label}>
      <span
        // The tooltip must be reachable by keyboard.
        // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
        role="img"
        aria-label={label}
        className={`strongroom-status strongroom-status-${status}`}
        data-status={status}
      >
        <Icon />
      </span>
    </Tooltip>
  );
};

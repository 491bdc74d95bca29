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

/** A key where two-factor is on; pointing at it, focusing it or reading it aloud names the strategy. */
export const StatusIcon = ({ status }: { status: Status }) => {
  const { t } = useTranslation();
  const Icon = ICONS[status];
  const words = t(`twoFactorStatus_${status}`);
  return (
    <Tooltip content={words}>
      <span
        // A tooltip has to be reached by keyboard as well.
        // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
        role="img"
        aria-label={words}
        className={`strongroom-status strongroom-status-${status}`}
        data-status={status}
      >
        <Icon />
      </span>
    </Tooltip>
  );
};

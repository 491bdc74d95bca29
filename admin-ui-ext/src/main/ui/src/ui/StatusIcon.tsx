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
import { useMethodTexts } from "../api/methods";
import type { Status } from "../api/types";

const WITHOUT_FACTOR: Partial<Record<Status, ComponentType>> = {
  none: MinusIcon,
  exempt: UserSlashIcon,
  "in-grace": OutlinedClockIcon,
  locked: LockIcon,
  unknown: OutlinedQuestionCircleIcon,
};

/** Returns whether users with this status have an accepted factor that they can use. */
export const isSetUp = (status: Status) => !(status in WITHOUT_FACTOR);

/** Shows a user's status as an icon; its tooltip and its label for screen readers describe the status. */
export const StatusIcon = ({ status }: { status: Status }) => {
  const texts = useMethodTexts();
  const Icon = WITHOUT_FACTOR[status] ?? KeyIcon;
  const label = texts.status(status);
  return (
    <Tooltip content={label}>
      <span
        // The tooltip must be reachable by keyboard.
        // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
        role="img"
        aria-label={label}
        className={`strongroom-status strongroom-status-${isSetUp(status) ? "set-up" : status}`}
        data-status={status}
      >
        <Icon />
      </span>
    </Tooltip>
  );
};

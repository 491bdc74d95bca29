import {
  CommentDotsIcon,
  EnvelopeIcon,
  FingerprintIcon,
  KeyIcon,
  MobileAltIcon,
  UsbIcon,
} from "@patternfly/react-icons";
import type { ComponentType } from "react";
import type { Method } from "../api/types";

const ICONS: Partial<Record<Method, ComponentType>> = {
  passkey: FingerprintIcon,
  "security-key": UsbIcon,
  totp: MobileAltIcon,
  sms: CommentDotsIcon,
  email: EnvelopeIcon,
};

export const MethodIcon = ({ method }: { method: Method }) => {
  const Icon = ICONS[method] ?? KeyIcon;
  return <Icon />;
};

import type { Method, Status } from "./types";

export type Counts = Partial<Record<Status, number>>;

/** The strongest method comes first. */
export type FactorCounts = Record<Method, number>;

export type RoomReport = {
  id: string;
  name: string;
  enforced: boolean;
  members: number;
  withNumber: number;
  withSecondFactor: number;
  byFactor: FactorCounts;
  mustEnrol: number;
};

export type Report = {
  users: number;
  byStatus: Counts;
  byFactor: FactorCounts;
  ownersMissing: string[];
  /** Number of users whose number from the profile or directory cannot be read, among the first 20,000 numbers. */
  unreadableNumbers: number;
  /** Whether there are directories whose users are not imported and therefore not counted. */
  directories: boolean;
};

export type Finding = {
  severity: "error" | "warning" | "info";
  what: string;
  message: string;
  /** Id of the fix that one call runs, or null if an administrator has to act. */
  mend: string | null;
};

export type SmsBudget = { sent: number; limit: number; percent: number };

/** The gateways for text messages, and the state of sending. */
export type SmsOverview = {
  /** Absent for an organization, whose messages the realm's gateways send. */
  gateways?: Gateway[];
  /** Absent if the server has none. */
  defaultGateway?: string;
  sender: SmsSender;
  /** An organization has one entry, or none if it has no budget of its own. */
  budget: SmsBudget | SmsBudget[];
  /** Newest first. */
  failures: SmsFailure[];
};

export type SmsSender = {
  /** The sender that phones show. */
  shown: string;
  /** The policy's sender, or the realm's name. */
  wanted: string;
  fit: "whole" | "cut" | "letters-lost";
};

export type Gateway = { id: string; configured: boolean; fault?: string };

export type SmsFailure = {
  time: number;
  /** Absent if the message reached no gateway. */
  gateway?: string;
  phoneNumber: string;
  reason: string;
};

export type TestMessage = {
  id: string;
  phoneNumber: string;
  status: "sending" | "sent" | "failed";
  reason: string;
};

import type { Status } from "./types";

export type Counts = Partial<Record<Status, number>>;

export type RoomReport = {
  id: string;
  name: string;
  enforced: boolean;
  members: number;
  withNumber: number;
  withSecondFactor: number;
  mustEnrol: number;
};

export type Report = {
  users: number;
  byStatus: Counts;
  ownersMissing: string[];
  /** How many users have a number in their profile that cannot be read; of the first 20,000. */
  unreadableNumbers: number;
  /** Whether there are users in directories, who are not counted. */
  directories: boolean;
};

export type Finding = {
  severity: "error" | "warning" | "info";
  what: string;
  message: string;
  /** What to mend it with in one call, or null: it takes an administrator. */
  mend: string | null;
};

/** What text messages are sent with, and how it goes. */
export type SmsOverview = {
  gateways: Gateway[];
  /** Absent: the server has none. */
  defaultGateway?: string;
  sender: SmsSender;
  budget: { sent: number; limit: number; percent: number };
  /** Newest first. */
  failures: SmsFailure[];
};

export type SmsSender = {
  /** What phones show. */
  shown: string;
  /** The policy's sender, or the realm's name. */
  wanted: string;
  fit: "whole" | "cut" | "letters-lost";
};

export type Gateway = { id: string; configured: boolean; fault?: string };

export type SmsFailure = {
  time: number;
  /** Absent: the message came to none. */
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

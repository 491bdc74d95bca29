import type { Status } from "./types";

export type Counts = Partial<Record<Status, number>>;

export type RoomCounts = {
  id: string;
  name: string;
  members: number;
  byStatus: Counts;
};

export type Report = {
  users: number;
  byStatus: Counts;
  ownersMissing: string[];
  /** Whether there are users in directories, who are not counted. */
  directories: boolean;
  dataRooms?: RoomCounts[];
};

export type Finding = {
  severity: "error" | "warning" | "info";
  what: string;
  message: string;
  /** What to mend it with in one call, or null: it takes an administrator. */
  mend: string | null;
};

export type TestMessage = {
  id: string;
  phoneNumber: string;
  status: "sending" | "sent" | "failed";
  reason: string;
};

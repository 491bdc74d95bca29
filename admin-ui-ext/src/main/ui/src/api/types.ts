/** Types of the admin REST API, as described in `docs/openapi.json`. */

export type Method = "sms" | "totp";

export type Enforcement = "off" | "optional" | "required";

export type Limits = {
  perUserPerHour: number;
  perNumberPerHour: number;
  perAddressPerHour: number;
  perTenantPerDay: number;
};

export type SmsRules = Partial<Limits> & {
  gateway: string | null;
  fallbackGateway?: string | null;
  sender: string | null;
  template?: string | null;
  codeLength: number;
  codeTtlSeconds: number;
  allowedCountries?: string[];
  defaultCountry?: string;
};

/** A tenant policy. Settings that an older server does not have are absent. */
export type Policy = {
  enforcement: Enforcement;
  methods: Method[];
  selfService: boolean;
  requiredRoles: string[];
  exemptRoles: string[];
  ownerRole: string;
  graceDays: number;
  graceUntil: string | null;
  maxAgeMinutes: number;
  rememberBrowserDays: number;
  trustedProviders: string[];
  backupCodes: number;
  notifyByEmail?: boolean;
  impersonation?: "refuse" | "allow";
  sms: SmsRules;
};

export type Owner = { id: string; username: string };

export type DryRun = {
  users: number;
  asked: number;
  mustEnrol: number;
  exempt: number;
  inGrace: number;
  owners: Owner[];
};

export type WithoutNumber = "enrol" | "allow" | "refuse";

export type RoomRule = {
  name: string;
  enforced: boolean;
  methods: Method[];
  withoutNumber: WithoutNumber;
};

export type UserGroup = { id: string; name: string; administrators: boolean };

export type DataRoom = RoomRule & {
  id: string;
  path: string;
  userGroups: UserGroup[];
};

export type NewDataRoom = RoomRule & {
  userGroups: string[];
  administrators?: string;
};

export const STATUSES = ["none", "sms", "totp", "both", "exempt", "in-grace", "locked", "unknown"] as const;

export type Status = (typeof STATUSES)[number];

export type Person = {
  id: string;
  username: string;
  email: string | null;
  firstName: string | null;
  lastName: string | null;
  enabled: boolean;
  status: Status;
  /** Masked unless the administrator may change it. */
  phoneNumber: string | null;
};

export type Member = Person & { groups: string[]; administrator: boolean };

export type User = Person & {
  required: boolean;
  exempt: boolean;
  backupCodesLeft: number;
  lastUsed: Method | null;
};

export type FactorType = "sms-otp" | "otp" | "backup-codes";

export type Factor = {
  /** Absent for a number from the profile or directory. */
  id?: string;
  type: FactorType;
  label?: string;
  createdDate?: number;
  phoneNumber?: string;
  dataRoom?: string;
  /** Absent if the room no longer exists or the administrator may not see it. */
  dataRoomName?: string;
  setBy?: "admin" | "user";
  proven: boolean;
};

export type UserDetail = {
  summary: User;
  factors: Factor[];
  locked: FactorType[];
  rememberedBrowsers: number;
  graceUntil?: number;
};

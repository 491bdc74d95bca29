/** Types of the admin REST API, as described in `docs/openapi.json`. */

/** A method's name in policies and statuses, such as `passkey`. */
export type Method = string;

export type KnownMethod = {
  method: Method;
  /** Type of its credentials. */
  type: string;
  phishingResistant: boolean;
};

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
  /** Entries such as `realm-admin=passkey,security-key`. */
  roleMethods?: string[];
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

/** The settings that an organization can have as well as a realm. */
export type OrganizationSettings = Pick<
  Policy,
  | "enforcement"
  | "methods"
  | "requiredRoles"
  | "exemptRoles"
  | "ownerRole"
  | "graceDays"
  | "graceUntil"
  | "maxAgeMinutes"
  | "rememberBrowserDays"
  | "trustedProviders"
> & { sms: { sender: string | null; template: string | null; perTenantPerDay: number | null } };

/** The policy of an organization; null is what it does not set. */
export type OrganizationPolicy = {
  [K in Exclude<keyof OrganizationSettings, "sms">]: OrganizationSettings[K] | null;
} & {
  sms: OrganizationSettings["sms"];
  /** The realm's values, which apply where the organization sets nothing. */
  realm: OrganizationSettings;
};

export type AnyPolicy = Policy | OrganizationPolicy;

export type Organization = {
  id: string;
  name: string;
  alias: string;
  enabled: boolean;
  enforcement: Enforcement;
  methods: Method[];
  /** Whether the organization sets anything itself. */
  ownPolicy: boolean;
  /** Whether the administrator may change it. */
  manage: boolean;
  /** Absent if the administrator may not list users. */
  members?: number;
  byStatus: Partial<Record<Status, number>>;
};

export type Owner = { id: string; username: string };

export type DryRun = {
  users: number;
  asked: number;
  mustEnrol: number;
  refused: number;
  exempt: number;
  inGrace: number;
  /** The strongest method comes first. */
  byFactor: Record<Method, number>;
  byRole: RoleEffect[];
  owners: Owner[];
};

export type RoleEffect = {
  role: string;
  methods: Method[];
  users: number;
  asked: number;
  mustEnrol: number;
  refused: number;
  inGrace: number;
  missing: string[];
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
  /** Id of its organization; absent for a room of the realm. */
  organization?: string;
  userGroups: UserGroup[];
};

export type NewDataRoom = RoomRule & {
  userGroups: string[];
  administrators?: string;
};

/** A method, or one of `none`, `both`, `several`, `exempt`, `in-grace`, `locked` and `unknown`. */
export type Status = string;

export type Person = {
  id: string;
  username: string;
  email: string | null;
  firstName: string | null;
  lastName: string | null;
  enabled: boolean;
  status: Status;
  /** Methods of the accepted factors, the strongest first. */
  factors: Method[];
  /** Masked unless the administrator may change it. */
  phoneNumber: string | null;
};

export type Member = Person & { groups: string[]; administrator: boolean };

export type User = Person & {
  required: boolean;
  exempt: boolean;
  backupCodesLeft: number;
  lastUsed: Method | null;
  /** Those that the administrator may view. */
  organizations?: UserOrganization[];
};

export type UserOrganization = { id: string; name: string; alias: string };

/** Type of a credential, such as `webauthn`. */
export type FactorType = string;

export type Factor = {
  /** Absent for a number or an address from the profile or directory. */
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

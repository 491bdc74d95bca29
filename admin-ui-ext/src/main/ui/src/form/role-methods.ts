import type { Method } from "../api/types";

export type RoleMethods = { role: string; methods: Method[] };

/** Reads an entry such as `realm-admin=passkey,security-key`. */
export const parsed = (entry: string): RoleMethods => {
  const end = entry.lastIndexOf("=");
  return {
    role: end < 0 ? entry : entry.slice(0, end),
    methods:
      end < 0
        ? []
        : entry
            .slice(end + 1)
            .split(",")
            .filter(Boolean),
  };
};

export const written = ({ role, methods }: RoleMethods) => `${role}=${methods.join(",")}`;

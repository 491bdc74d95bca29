import { createContext, useContext } from "react";
import { valueAt } from "./paths";
import type { Draft } from "./useDraft";

type Form = Pick<Draft<unknown>, "get" | "set" | "errors"> & {
  isDisabled?: boolean;
  /** Whether the administrator may only read the form. */
  isReadOnly?: boolean;
  /** The realm's values in the form of an organization, where null means that the realm's value applies. */
  realm?: unknown;
};

const DraftContext = createContext<Form | undefined>(undefined);

export const DraftProvider = DraftContext.Provider;

/** Whether a field of an organization's form has a value of its own, and how to change that. */
export type Inheritance = {
  isOwn: boolean;
  /** Whether the realm has no value either. */
  isNothing: boolean;
  /** Absent if the form can only be read. */
  toggle?: () => void;
};

/** Returns one field of the surrounding form. Its messages are `twoFactorField_<key>` and `twoFactorHelp_<key>`. */
export const useField = <T>(name: string) => {
  const form = useContext(DraftContext)!;
  const isDisabled = form.isDisabled === true || form.isReadOnly === true;
  const isShared = form.realm !== undefined;
  const own = form.get(name);
  const realm = valueAt(form.realm, name) ?? null;
  const isInherited = isShared && own === null;
  /** Empty but set, so that an emptied field of an organization does not turn into the realm's value. */
  const empty = isShared ? "" : null;
  const inheritance: Inheritance = {
    isOwn: !isInherited,
    isNothing: realm === null,
    ...(!isDisabled && { toggle: () => form.set(name, isInherited ? (realm ?? empty) : null) }),
  };
  return {
    id: `twoFactor-${name.replaceAll(".", "-")}`,
    key: name.replaceAll(".", "_"),
    value: (isInherited ? realm : own) as T,
    set: (value: T) => form.set(name, value),
    /** The value of an emptied text. */
    empty: empty as T,
    error: form.errors[name],
    isDisabled: isDisabled || isInherited,
    /** True if the server does not have this setting; the field is then hidden. */
    isAbsent: own === undefined,
    ...(isShared && { inheritance }),
  };
};

/** Returns whether the surrounding form is an organization's, which has some texts of its own. */
export const useIsOfOrganization = () => useContext(DraftContext)?.realm !== undefined;

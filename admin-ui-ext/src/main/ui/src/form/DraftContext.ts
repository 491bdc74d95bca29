import { createContext, useContext } from "react";
import type { Draft } from "./useDraft";

type Form = Pick<Draft<unknown>, "get" | "set" | "errors"> & {
  isDisabled?: boolean;
};

const DraftContext = createContext<Form | undefined>(undefined);

export const DraftProvider = DraftContext.Provider;

/** Returns one field of the surrounding form. Its messages are `twoFactorField_<key>` and `twoFactorHelp_<key>`. */
export const useField = <T>(name: string) => {
  const form = useContext(DraftContext)!;
  return {
    id: `twoFactor-${name.replaceAll(".", "-")}`,
    key: name.replaceAll(".", "_"),
    value: form.get(name) as T,
    set: (value: T) => form.set(name, value),
    error: form.errors[name],
    isDisabled: form.isDisabled === true,
    /** True if the server does not have this setting; the field is then hidden. */
    isAbsent: form.get(name) === undefined,
  };
};

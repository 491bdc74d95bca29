import { createContext, useContext } from "react";
import type { Draft } from "./useDraft";

type Form = Pick<Draft<unknown>, "get" | "set" | "errors"> & {
  isDisabled?: boolean;
};

const DraftContext = createContext<Form | undefined>(undefined);

export const DraftProvider = DraftContext.Provider;

/** One field of the form around it; its words are `twoFactorField_<name>` and `twoFactorHelp_<name>`. */
export const useField = <T>(name: string) => {
  const form = useContext(DraftContext)!;
  return {
    id: `twoFactor-${name.replaceAll(".", "-")}`,
    word: name.replaceAll(".", "_"),
    value: form.get(name) as T,
    set: (value: T) => form.set(name, value),
    error: form.errors[name],
    isDisabled: form.isDisabled === true,
    /** A setting that the server does not have is not shown. */
    isAbsent: form.get(name) === undefined,
  };
};

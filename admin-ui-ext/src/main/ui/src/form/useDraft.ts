import { useMemo, useState } from "react";
import { ApiError } from "../api/ApiError";
import { same, valueAt, withoutBlanks, withValue } from "./paths";

type Errors = Readonly<Record<string, string | undefined>>;

export type Draft<T> = {
  value: T;
  /** Whether the value differs from the loaded one by more than an empty text. */
  dirty: boolean;
  /** Messages by field. */
  errors: Errors;
  get: (path: string) => unknown;
  set: (path: string, value: unknown) => void;
  /** Assigns the messages of an error to their fields; returns false if it concerns no field. */
  refused: (error: unknown) => boolean;
  /** Discards all changes. */
  reset: () => void;
};

/** Keeps changes to a loaded value until they are saved; an error does not discard them. */
export const useDraft = <T>(loaded: T): Draft<T> => {
  const [base, setBase] = useState(loaded);
  const [value, setValue] = useState(loaded);
  const [errors, setErrors] = useState<Errors>({});

  if (!same(base, loaded)) {
    setBase(loaded);
    setValue(loaded);
    setErrors({});
  }

  return useMemo(
    () => ({
      value,
      errors,
      dirty: !same(withoutBlanks(value), withoutBlanks(base)),
      get: (path) => valueAt(value, path),
      set: (path, next) => {
        setValue((before) => withValue(before, path, next));
        setErrors((before) => ({ ...before, [path]: undefined }));
      },
      refused: (error) => {
        const fields = error instanceof ApiError ? error.fields : {};
        setErrors(fields);
        return Object.keys(fields).length > 0;
      },
      reset: () => {
        setValue(base);
        setErrors({});
      },
    }),
    [value, errors, base],
  );
};

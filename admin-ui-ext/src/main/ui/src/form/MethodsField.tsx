import type { Method } from "../api/types";
import { useField } from "./DraftContext";
import { Field, useLabels } from "./Field";
import { MethodTicks } from "./MethodTicks";

/** Selects the accepted methods from a list that is ordered by strength. */
export const MethodsField = ({ name, methods }: { name: string; methods: Method[] }) => {
  const { id, key, value, set, error, isDisabled, inheritance } = useField<Method[]>(name);
  const labels = useLabels(key);
  return (
    <Field id={id} error={error} inheritance={inheritance} {...labels} role="group">
      <MethodTicks id={id} methods={methods} ticked={value} onChange={set} isDisabled={isDisabled} isExplained />
    </Field>
  );
};

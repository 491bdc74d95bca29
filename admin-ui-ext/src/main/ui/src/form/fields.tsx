import { Checkbox, FormSelect, FormSelectOption, Radio, Switch, TextArea, TextInput } from "@patternfly/react-core";
import { useField } from "./DraftContext";
import { Field, helpId, useFormText, useLabels } from "./Field";

type Named = { name: string };

const validated = (error: string | undefined) => (error === undefined ? "default" : "error");

export const TextField = ({ name, type = "text" }: Named & { type?: "text" | "date" }) => {
  const { id, key, value, set, empty, error, isDisabled, isAbsent, inheritance } = useField<string | null>(name);
  const labels = useLabels(key);
  return isAbsent ? null : (
    <Field id={id} error={error} inheritance={inheritance} {...labels}>
      <TextInput
        id={id}
        type={type}
        value={value ?? ""}
        onChange={(_event, text) => set(text === "" ? empty : text)}
        validated={validated(error)}
        isDisabled={isDisabled}
        aria-describedby={helpId(id)}
      />
    </Field>
  );
};

export const NumberField = ({ name, min, max }: Named & { min: number; max: number }) => {
  const { id, key, value, set, empty, error, isDisabled, isAbsent, inheritance } = useField<number | null>(name);
  const labels = useLabels(key);
  return isAbsent ? null : (
    <Field id={id} error={error} inheritance={inheritance} {...labels}>
      <TextInput
        id={id}
        type="number"
        className="strongroom-number"
        value={value ?? ""}
        min={min}
        max={max}
        onChange={(_event, text) => set(text === "" ? empty : Number(text))}
        validated={validated(error)}
        isDisabled={isDisabled}
        aria-describedby={helpId(id)}
      />
    </Field>
  );
};

export const SwitchField = ({ name }: Named) => {
  const { id, key, value, set, error, isDisabled, isAbsent, inheritance } = useField<boolean>(name);
  const { label, help } = useLabels(key);
  return isAbsent ? null : (
    <Field id={id} label={label} help={help ?? ""} error={error} inheritance={inheritance}>
      <Switch
        id={id}
        aria-label={label}
        isChecked={value}
        onChange={(_event, checked) => set(checked)}
        isDisabled={isDisabled}
        aria-describedby={helpId(id)}
      />
    </Field>
  );
};

export const CheckboxField = ({ name }: Named) => {
  const { id, key, value, set, error, isDisabled } = useField<boolean>(name);
  const { label, help } = useLabels(key);
  return (
    <Checkbox
      id={id}
      label={label}
      description={error ?? help}
      isChecked={value}
      onChange={(_event, checked) => set(checked)}
      isDisabled={isDisabled}
    />
  );
};

type Choice<T> = { value: T; key: string };

/** Selects one of several choices, with the messages `twoFactorChoice_<key>` and `twoFactorChoiceHelp_<key>`. */
export const RadioField = <T,>({ name, choices }: Named & { choices: Choice<T>[] }) => {
  const text = useFormText();
  const { id, key, value, set, error, isDisabled, isAbsent, inheritance } = useField<T>(name);
  const labels = useLabels(key);
  return isAbsent ? null : (
    <Field id={id} error={error} inheritance={inheritance} {...labels} role="radiogroup">
      {choices.map((choice) => (
        <Radio
          key={choice.key}
          id={`${id}-${choice.key}`}
          name={id}
          className="strongroom-choice"
          label={text(`twoFactorChoice_${choice.key}`)}
          description={text(`twoFactorChoiceHelp_${choice.key}`)}
          isChecked={JSON.stringify(value) === JSON.stringify(choice.value)}
          onChange={() => set(choice.value)}
          isDisabled={isDisabled}
        />
      ))}
    </Field>
  );
};

export const SelectField = ({ name, options }: Named & { options: { value: string; label: string }[] }) => {
  const { id, key, value, set, empty, error, isDisabled, isAbsent, inheritance } = useField<string | null>(name);
  const labels = useLabels(key);
  return isAbsent ? null : (
    <Field id={id} error={error} inheritance={inheritance} {...labels}>
      <FormSelect
        id={id}
        value={value ?? ""}
        onChange={(_event, chosen) => set(chosen === "" ? empty : chosen)}
        validated={validated(error)}
        isDisabled={isDisabled}
        aria-describedby={helpId(id)}
      >
        {options.map((option) => (
          <FormSelectOption key={option.value} {...option} />
        ))}
      </FormSelect>
    </Field>
  );
};

export const TextAreaField = ({ name, placeholder }: Named & { placeholder?: string }) => {
  const { id, key, value, set, empty, error, isDisabled, isAbsent, inheritance } = useField<string | null>(name);
  const labels = useLabels(key);
  return isAbsent ? null : (
    <Field id={id} error={error} inheritance={inheritance} {...labels}>
      <TextArea
        id={id}
        value={value ?? ""}
        rows={3}
        resizeOrientation="vertical"
        {...(placeholder && { placeholder })}
        onChange={(_event, text) => set(text === "" ? empty : text)}
        validated={validated(error)}
        disabled={isDisabled}
        aria-describedby={helpId(id)}
      />
    </Field>
  );
};

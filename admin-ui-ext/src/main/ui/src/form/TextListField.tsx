import { Button, Chip, ChipGroup, InputGroup, InputGroupItem, TextInput } from "@patternfly/react-core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useField } from "./DraftContext";
import { Field, helpId, useLabels } from "./Field";

/** Edits a list of texts, such as role names. Enter, the button or leaving the field adds an entry. */
export const TextListField = ({ name }: { name: string }) => {
  const { t } = useTranslation();
  const { id, key, value, set, error, isDisabled, isAbsent, inheritance } = useField<string[]>(name);
  const labels = useLabels(key);
  const [typed, setTyped] = useState("");
  if (isAbsent) {
    return null;
  }

  const add = () => {
    const entry = typed.trim();
    if (entry !== "" && !value.includes(entry)) {
      set([...value, entry]);
    }
    setTyped("");
  };

  return (
    <Field id={id} error={error} inheritance={inheritance} {...labels}>
      <InputGroup>
        <InputGroupItem isFill>
          <TextInput
            id={id}
            value={typed}
            onChange={(_event, text) => setTyped(text)}
            onBlur={add}
            onKeyDown={(event) => {
              if (event.key === "Enter") {
                event.preventDefault();
                add();
              }
            }}
            validated={error === undefined ? "default" : "error"}
            isDisabled={isDisabled}
            aria-describedby={helpId(id)}
          />
        </InputGroupItem>
        <InputGroupItem>
          <Button variant="control" onClick={add} isDisabled={isDisabled}>
            {t("twoFactorAdd")}
          </Button>
        </InputGroupItem>
      </InputGroup>
      {value.length > 0 && (
        <ChipGroup className="pf-v5-u-mt-sm" numChips={20}>
          {value.map((entry) => (
            <Chip
              key={entry}
              isReadOnly={isDisabled}
              closeBtnAriaLabel={t("twoFactorRemoveWord", { word: entry })}
              onClick={() => set(value.filter((other) => other !== entry))}
            >
              {entry}
            </Chip>
          ))}
        </ChipGroup>
      )}
    </Field>
  );
};

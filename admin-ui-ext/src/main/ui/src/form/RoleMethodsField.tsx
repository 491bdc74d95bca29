import { Button, Card, CardBody, FormGroup, TextInput } from "@patternfly/react-core";
import { useTranslation } from "react-i18next";
import type { Method } from "../api/types";
import { useField } from "./DraftContext";
import { Field, useLabels } from "./Field";
import { MethodTicks } from "./MethodTicks";
import { parsed, written, type RoleMethods } from "./role-methods";

/** Edits the methods to which roles hold their users: one row for each role. */
export const RoleMethodsField = ({ name, methods }: { name: string; methods: Method[] }) => {
  const { t } = useTranslation();
  const { id, key, value, set, error, isDisabled, isAbsent } = useField<string[]>(name);
  const labels = useLabels(key);
  if (isAbsent) {
    return null;
  }

  const replace = (index: number, changed: RoleMethods) =>
    set(value.map((entry, at) => (at === index ? written(changed) : entry)));
  const strongest = methods.slice(0, 1);

  return (
    <Field id={id} error={error} {...labels} role="group">
      {value.map(parsed).map(({ role, methods: ticked }, index) => (
        // Rows have no identity of their own: the role may be edited, and be empty.
        <Card key={index} isCompact isFlat className="pf-v5-u-mb-sm" data-testid={`twoFactorRole-${index}`}>
          <CardBody>
            <FormGroup fieldId={`${id}-${index}`} label={t("twoFactorRole")}>
              <TextInput
                id={`${id}-${index}`}
                value={role}
                onChange={(_event, text) => replace(index, { role: text, methods: ticked })}
                isDisabled={isDisabled}
              />
            </FormGroup>
            <FormGroup
              role="group"
              fieldId={`${id}-${index}-methods`}
              label={t("twoFactorRoleAccepts", { role: role || "…" })}
              className="pf-v5-u-mt-sm"
            >
              <MethodTicks
                id={`${id}-${index}`}
                methods={methods}
                ticked={ticked}
                onChange={(changed) => replace(index, { role, methods: changed })}
                isDisabled={isDisabled}
              />
            </FormGroup>
            <Button
              variant="link"
              isInline
              isDanger
              className="pf-v5-u-mt-sm"
              aria-label={t("twoFactorRemoveWord", { word: role || t("twoFactorRole") })}
              onClick={() => set(value.filter((_entry, at) => at !== index))}
              isDisabled={isDisabled}
            >
              {t("twoFactorRemove")}
            </Button>
          </CardBody>
        </Card>
      ))}
      <Button
        variant="secondary"
        onClick={() => set([...value, written({ role: "", methods: strongest })])}
        isDisabled={isDisabled}
        data-testid="twoFactorAddRole"
      >
        {t("twoFactorAddRole")}
      </Button>
    </Field>
  );
};

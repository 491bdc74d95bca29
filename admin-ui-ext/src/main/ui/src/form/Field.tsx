import { FormGroup, FormHelperText, HelperText, HelperTextItem } from "@patternfly/react-core";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useIsOfOrganization, type Inheritance } from "./DraftContext";
import { InheritanceInfo } from "./InheritanceInfo";

type FieldProps = {
  id: string;
  label: string;
  help?: string;
  error?: string | undefined;
  role?: "group" | "radiogroup";
  inheritance?: Inheritance | undefined;
  children: ReactNode;
};

/** Returns the id of the text below a field that describes it. */
export const helpId = (id: string) => `${id}-help`;

/** Shows a label, its control, and below it the error or else the help text. */
export const Field = ({ id, label, help, error, role, inheritance, children }: FieldProps) => (
  <FormGroup
    label={label}
    fieldId={id}
    {...(role && { role })}
    {...(inheritance && { labelInfo: <InheritanceInfo id={id} label={label} inheritance={inheritance} /> })}
  >
    {children}
    {(error ?? help) !== undefined && (
      <FormHelperText>
        <HelperText id={helpId(id)} isLiveRegion={error !== undefined}>
          <HelperTextItem variant={error === undefined ? "default" : "error"} hasIcon={error !== undefined}>
            {error ?? help}
          </HelperTextItem>
        </HelperText>
      </FormHelperText>
    )}
  </FormGroup>
);

/** Returns a text; in the form of an organization, the one with the suffix `_organization` if there is one. */
export const useFormText = () => {
  const { t, i18n } = useTranslation();
  const isOfOrganization = useIsOfOrganization();
  return (key: string) => {
    const own = `${key}_organization`;
    return t(isOfOrganization && i18n.exists(own) ? own : key);
  };
};

/** Returns the label of a setting, and its help text if there is one. */
export const useLabels = (key: string) => {
  const { i18n } = useTranslation();
  const text = useFormText();
  const help = `twoFactorHelp_${key}`;
  return {
    label: text(`twoFactorField_${key}`),
    ...(i18n.exists(help) && { help: text(help) }),
  };
};

import { FormGroup, FormHelperText, HelperText, HelperTextItem } from "@patternfly/react-core";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";

type FieldProps = {
  id: string;
  label: string;
  help?: string;
  error?: string | undefined;
  role?: "group" | "radiogroup";
  children: ReactNode;
};

/** Returns the id of the text below a field that describes it. */
export const helpId = (id: string) => `${id}-help`;

/** Shows a label, its control, and below it the error or else the help text. */
export const Field = ({ id, label, help, error, role, children }: FieldProps) => (
  <FormGroup label={label} fieldId={id} {...(role && { role })}>
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

/** Returns the label of a setting, and its help text if there is one. */
export const useLabels = (key: string) => {
  const { t, i18n } = useTranslation();
  const help = `twoFactorHelp_${key}`;
  return {
    label: t(`twoFactorField_${key}`),
    ...(i18n.exists(help) && { help: t(help) }),
  };
};

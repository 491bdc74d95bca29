import { FormGroup, FormHelperText, HelperText, HelperTextItem } from "@patternfly/react-core";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";

type FieldProps = {
  id: string;
  label: string;
  help?: string;
  error?: string | undefined;
  isGroup?: boolean;
  children: ReactNode;
};

/** The id of the sentence below a field, which describes it. */
export const helpId = (id: string) => `${id}-help`;

/** A label, its control, and below it what is wrong or else what it is for. */
export const Field = ({ id, label, help, error, isGroup, children }: FieldProps) => (
  <FormGroup label={label} {...(isGroup ? { role: "radiogroup", fieldId: id } : { fieldId: id })}>
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

/** The label and help of a setting. */
export const useWords = (word: string) => {
  const { t, i18n } = useTranslation();
  const help = `twoFactorHelp_${word}`;
  return {
    label: t(`twoFactorField_${word}`),
    ...(i18n.exists(help) && { help: t(help) }),
  };
};

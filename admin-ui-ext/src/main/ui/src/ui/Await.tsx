import { Alert, Bullseye, Button, Spinner } from "@patternfly/react-core";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { errorMessageOf } from "./error-message";
import type { Loaded } from "./useLoad";

type AwaitProps<T> = { what: Loaded<T>; children: (data: T) => ReactNode };

/** Shows loaded data; before that a spinner, or the error with a button to try again. */
export const Await = <T,>({ what, children }: AwaitProps<T>) => {
  const { t } = useTranslation();
  if (what.error !== undefined) {
    return (
      <Alert
        component="h2"
        isInline
        variant="danger"
        title={errorMessageOf(what.error, t)}
        actionLinks={
          <Button variant="link" isInline onClick={what.reload}>
            {t("twoFactorTryAgain")}
          </Button>
        }
      />
    );
  }
  return what.data === undefined ? (
    <Bullseye>
      <Spinner aria-label={t("twoFactorLoading")} />
    </Bullseye>
  ) : (
    children(what.data)
  );
};

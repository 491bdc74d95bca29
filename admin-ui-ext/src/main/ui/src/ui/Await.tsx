import { Alert, Bullseye, Button, Spinner } from "@patternfly/react-core";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { sentenceOf } from "./sentence";
import type { Loaded } from "./useLoad";

type AwaitProps<T> = { what: Loaded<T>; children: (data: T) => ReactNode };

/** Shows what was loaded; until then that it is coming, or why it does not. */
export const Await = <T,>({ what, children }: AwaitProps<T>) => {
  const { t } = useTranslation();
  if (what.error !== undefined) {
    return (
      <Alert
        component="h2"
        isInline
        variant="danger"
        title={sentenceOf(what.error, t)}
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

import { Button, Modal, ModalVariant } from "@patternfly/react-core";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { useBlocker } from "react-router-dom";

/** Asks for confirmation before the user leaves a page with unsaved changes. */
export const UnsavedChanges = ({ when }: { when: boolean }) => {
  const { t } = useTranslation();
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) => when && currentLocation.pathname !== nextLocation.pathname,
  );

  useEffect(() => {
    if (!when) {
      return undefined;
    }
    const onLeave = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", onLeave);
    return () => window.removeEventListener("beforeunload", onLeave);
  }, [when]);

  return blocker.state === "blocked" ? (
    <Modal
      isOpen
      variant={ModalVariant.small}
      title={t("twoFactorUnsavedTitle")}
      onClose={() => blocker.reset()}
      actions={[
        <Button key="stay" onClick={() => blocker.reset()}>
          {t("twoFactorStay")}
        </Button>,
        <Button key="leave" variant="link" onClick={() => blocker.proceed()}>
          {t("twoFactorLeave")}
        </Button>,
      ]}
    >
      {t("twoFactorUnsaved")}
    </Modal>
  ) : null;
};

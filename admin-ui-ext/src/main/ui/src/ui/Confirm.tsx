import { Button, Checkbox, Modal, ModalVariant } from "@patternfly/react-core";
import { createContext, useCallback, useContext, useEffect, useState, type PropsWithChildren } from "react";
import { useTranslation } from "react-i18next";
import { useLocation } from "react-router-dom";

export type Question = {
  title: string;
  body: string;
  /** Label of the confirming button. */
  action: string;
  isDanger?: boolean;
  /** Offers to end the user's sessions as well. */
  offersSignOut?: boolean;
};

export type Answer = { signOut: boolean };

type Ask = (question: Question) => Promise<Answer | undefined>;

const ConfirmContext = createContext<Ask>(() => Promise.resolve(undefined));

/** Returns a function that asks for confirmation; its answer is undefined if the user declines. */
export const useConfirm = () => useContext(ConfirmContext);

type Pending = Question & { resolve: (answer: Answer | undefined) => void };

export const ConfirmProvider = ({ children }: PropsWithChildren) => {
  const { t } = useTranslation();
  const [pending, setPending] = useState<Pending>();
  const [signOut, setSignOut] = useState(false);

  const ask = useCallback<Ask>(
    (question) =>
      new Promise((resolve) => {
        setSignOut(false);
        setPending({ ...question, resolve });
      }),
    [],
  );
  const { pathname } = useLocation();
  useEffect(() => () => setPending(undefined), [pathname]);
  const answer = (value: Answer | undefined) => {
    pending?.resolve(value);
    setPending(undefined);
  };

  return (
    <ConfirmContext.Provider value={ask}>
      {children}
      {pending && (
        <Modal
          isOpen
          variant={ModalVariant.small}
          title={pending.title}
          onClose={() => answer(undefined)}
          actions={[
            <Button
              key="do"
              variant={pending.isDanger ? "danger" : "primary"}
              data-testid="twoFactorConfirm"
              onClick={() => answer({ signOut })}
            >
              {pending.action}
            </Button>,
            <Button key="cancel" variant="link" onClick={() => answer(undefined)}>
              {t("twoFactorCancel")}
            </Button>,
          ]}
        >
          <p>{pending.body}</p>
          {pending.offersSignOut && (
            <Checkbox
              id="twoFactorSignOut"
              className="pf-v5-u-mt-md"
              label={t("twoFactorSignOut")}
              isChecked={signOut}
              onChange={(_event, checked) => setSignOut(checked)}
            />
          )}
        </Modal>
      )}
    </ConfirmContext.Provider>
  );
};

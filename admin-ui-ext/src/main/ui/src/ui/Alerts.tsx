import { Alert, AlertActionCloseButton, AlertGroup } from "@patternfly/react-core";
import { createContext, useCallback, useContext, useEffect, useMemo, useState, type PropsWithChildren } from "react";
import { useTranslation } from "react-i18next";
import { useLocation } from "react-router-dom";
import { errorMessageOf } from "./error-message";

type Message = { id: number; variant: "success" | "danger"; title: string };

type Alerts = {
  /** Shows a success message. */
  done: (message: string) => void;
  /** Shows an error. */
  failed: (error: unknown) => void;
};

const AlertsContext = createContext<Alerts>({
  done: () => undefined,
  failed: () => undefined,
});

const SECONDS_SHOWN = 8;
let nextId = 0;

export const useAlerts = () => useContext(AlertsContext);

/** Shows alerts. Success messages stay visible on the next page; errors disappear with their page. */
export const AlertsProvider = ({ children }: PropsWithChildren) => {
  const { t } = useTranslation();
  const [messages, setMessages] = useState<Message[]>([]);

  const add = useCallback(
    (variant: Message["variant"], title: string) =>
      setMessages((before) => [...before, { id: nextId++, variant, title }]),
    [],
  );
  const { pathname } = useLocation();
  useEffect(() => () => setMessages((before) => before.filter(({ variant }) => variant === "success")), [pathname]);
  const remove = (id: number) => setMessages((before) => before.filter((message) => message.id !== id));
  const alerts = useMemo<Alerts>(
    () => ({
      done: (message) => add("success", message),
      failed: (error) => add("danger", errorMessageOf(error, t)),
    }),
    [add, t],
  );

  return (
    <AlertsContext.Provider value={alerts}>
      {children}
      <AlertGroup isToast isLiveRegion>
        {messages.map(({ id, variant, title }) => (
          <Alert
            key={id}
            variant={variant}
            title={title}
            timeout={variant === "success" ? SECONDS_SHOWN * 1000 : false}
            onTimeout={() => remove(id)}
            actionClose={<AlertActionCloseButton title={title} onClose={() => remove(id)} />}
          />
        ))}
      </AlertGroup>
    </AlertsContext.Provider>
  );
};

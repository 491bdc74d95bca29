import { useState, type FormEvent } from "react";
import { useDraft } from "../../form/useDraft";
import { useAlerts } from "../../ui/Alerts";

/**
 * The state of a dialog about a data room.
 *
 * @param save throws what refuses it
 */
export const useRoomForm = <T>(initial: T, save: (value: T) => Promise<void>) => {
  const { failed } = useAlerts();
  const draft = useDraft(initial);
  const [busy, setBusy] = useState(false);

  const submit = async () => {
    setBusy(true);
    try {
      await save(draft.value);
    } catch (error) {
      if (!draft.refused(error)) {
        failed(error);
      }
    } finally {
      setBusy(false);
    }
  };

  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    void submit();
  };
  return { draft, busy, onSubmit };
};

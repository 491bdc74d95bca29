import { useBusy } from "../../form/useBusy";
import { useDraft } from "../../form/useDraft";
import { useAlerts } from "../../ui/Alerts";

/**
 * Returns the state of a dialog that edits a data room.
 *
 * @param save saves the value; throws an error if it is refused
 */
export const useRoomForm = <T>(initial: T, save: (value: T) => Promise<void>) => {
  const { failed } = useAlerts();
  const draft = useDraft(initial);
  const { busy, submitWith } = useBusy((error) => {
    if (!draft.refused(error)) {
      failed(error);
    }
  });
  return { draft, busy, onSubmit: submitWith(() => save(draft.value)) };
};

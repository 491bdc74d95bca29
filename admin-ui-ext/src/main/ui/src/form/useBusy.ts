import { useState, type FormEvent } from "react";

/**
 * Runs asynchronous steps of a form or dialog. `busy` is true while one runs.
 *
 * @param onError receives the error of a step that fails
 */
export const useBusy = (onError: (error: unknown) => void) => {
  const [busy, setBusy] = useState(false);

  const run = async (step: () => Promise<void>) => {
    setBusy(true);
    try {
      await step();
    } catch (error) {
      onError(error);
    } finally {
      setBusy(false);
    }
  };

  /** Returns a submit handler that runs a step instead of the browser's own submit. */
  const submitWith = (step: () => Promise<void>) => (event: FormEvent) => {
    event.preventDefault();
    void run(step);
  };

  return { busy, run, submitWith };
};

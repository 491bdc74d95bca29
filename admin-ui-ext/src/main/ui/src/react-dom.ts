import * as ReactDOM from "react-dom";
import type { createRoot as CreateRoot } from "react-dom/client";

/** The console serves react-dom as one file, which contains the exports of react-dom/client. */
export const { createRoot } = ReactDOM as unknown as {
  createRoot: typeof CreateRoot;
};

import * as ReactDOM from "react-dom";
import type { createRoot as CreateRoot } from "react-dom/client";

/** The page serves react-dom as one file, which has what react-dom/client would export. */
export const { createRoot } = ReactDOM as unknown as {
  createRoot: typeof CreateRoot;
};

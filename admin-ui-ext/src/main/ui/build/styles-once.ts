import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Plugin } from "vite";

const COMPONENT = /\/@patternfly\/react-styles\/css\/(components|layouts)\/[^/]+\/([\w-]+)\.css$/;

/** Omits styles of PatternFly components that the library's style sheet already contains; that sheet is loaded first. */
export const stylesOnce = (): Plugin => {
  const sheet = createRequire(import.meta.url).resolve("@keycloak/keycloak-admin-ui/styles.css");
  let library: string;
  return {
    name: "styles-once",
    apply: "build",
    enforce: "pre",
    buildStart() {
      library = readFileSync(sheet, "utf8");
    },
    load(id) {
      const [, kind, component] = COMPONENT.exec(id) ?? [];
      if (!kind || !component) {
        return null;
      }
      const selector = `.pf-v5-${kind === "layouts" ? "l" : "c"}-${component}`;
      return library.includes(`${selector}{`) ? "" : null;
    },
  };
};

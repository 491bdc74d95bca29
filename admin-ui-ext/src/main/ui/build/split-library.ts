import { parse } from "acorn";
import { analyze } from "eslint-scope";
import type { Plugin } from "vite";
import { printUnits } from "./print-units.ts";
import { stronglyConnected } from "./strongly-connected.ts";
import { readUnits } from "./units.ts";

const LIBRARY = /\/@keycloak\/keycloak-admin-ui\/lib\/index-[\w-]+\.js$/;
const PART = "virtual:admin-ui/";

/** Returns whether a module is a part of the split library. */
export const isPart = (id: string) => id.startsWith(`\0${PART}`);

/**
 * Splits the library, which is one module of 4 MB, so that the console does not load every page at once. Each part is a
 * top-level statement, or several that depend on each other. Rollup then groups the parts into chunks like any modules.
 */
export const splitLibrary = (): Plugin => {
  const parts = new Map<string, string>();
  let library = "";
  return {
    name: "split-library",
    apply: "build",
    resolveId(id, importer, options) {
      if (id.startsWith(PART)) {
        return `\0${id}`;
      }
      return importer && isPart(importer) ? this.resolve(id, library, options) : null;
    },
    load(id) {
      const code = parts.get(id.replace("\0", ""));
      return code === undefined ? null : { code, moduleSideEffects: false };
    },
    transform(code, id) {
      if (!LIBRARY.test(id)) {
        return null;
      }
      library = id;
      const tree = parse(code, {
        ecmaVersion: 2024,
        sourceType: "module",
        ranges: true,
      });
      const scopes = analyze(tree as never, {
        ecmaVersion: 2024,
        sourceType: "module",
      });
      const units = readUnits(code, tree, scopes);
      const groups = stronglyConnected(units.map(({ needs }) => [...needs]));
      const printed = printUnits(code, tree, units, groups, PART);
      printed.parts.forEach((text, name) => parts.set(name, text));
      return { code: printed.index, map: null, moduleSideEffects: false };
    },
  };
};

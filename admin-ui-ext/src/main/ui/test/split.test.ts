import { parse } from "acorn";
import { analyze } from "eslint-scope";
import { describe, expect, it } from "vitest";
import { printUnits } from "../build/print-units";
import { stronglyConnected } from "../build/strongly-connected";
import { readUnits } from "../build/units";

const split = (code: string) => {
  const options = { ecmaVersion: 2024, sourceType: "module" } as const;
  const tree = parse(code, { ...options, ranges: true });
  const units = readUnits(code, tree, analyze(tree as never, options));
  const groups = stronglyConnected(units.map(({ needs }) => [...needs]));
  return printUnits(code, tree, units, groups, "p/");
};

/** Returns the module that declares a name. */
const partWith = (code: string, name: string) =>
  [...split(code).parts.values()].find((part) => new RegExp(`export \\{[^}]*\\b${name}\\b`).test(part))!;

describe("splitting a module", () => {
  it("keeps statements together that depend on each other", () => {
    const part = partWith("function a() { return b(); } function b() { return a(); } const c = 1; export { a };", "a");
    expect(part).toContain("function b()");
    expect(part).not.toContain("const c");
  });

  it("imports names that another part declares, unless a local variable shadows them", () => {
    const code = "const a = 1, b = 2; const c = (a) => a + b; export { c as sum };";
    expect(partWith(code, "c")).toMatch(/import \{ b \} from "p\/\d+";/);
    expect(partWith(code, "c")).not.toContain("import { a }");
    expect(split(code).index).toMatch(/export \{ c as sum \} from "p\/\d+";/);
  });

  it("keeps every statement that changes a value with its declaration", () => {
    const part = partWith(
      "class A {} const B = 1; A.size = B; var E; (function (e) { e.x = 1; })(E || (E = {})); export { A };",
      "A",
    );
    expect(part).toContain("A.size = B");
    expect(part).not.toContain("(function");
  });

  it("keeps lazy imports lazy", () => {
    const part = partWith(
      "const Page = 1; const page = lazy(() => Promise.resolve().then(() => Page)); export { page };",
      "page",
    );
    expect(part).toMatch(/import\("p\/\d+"\)\.then\(\(\{ Page \}\) => Page\)/);
    expect(part).not.toContain("import { Page }");
  });
});

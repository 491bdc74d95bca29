import type { Identifier, Literal, Program } from "acorn";
import type { Unit } from "./units.ts";

type Printed = {
  /** Modules by id. */
  parts: Map<string, string>;
  /** The module with the exports of the original module. */
  index: string;
};

const nameOf = (name: Identifier | Literal) => ("name" in name ? name.name : String(name.value));

/** Returns a separate import statement for each imported name. */
const importStatements = (tree: Program) => {
  const statements = new Map<string, string>();
  for (const statement of tree.body) {
    if (statement.type !== "ImportDeclaration") continue;
    const source = JSON.stringify(statement.source.value);
    for (const specifier of statement.specifiers) {
      const local = specifier.local.name;
      const what =
        specifier.type === "ImportDefaultSpecifier"
          ? local
          : specifier.type === "ImportNamespaceSpecifier"
            ? `* as ${local}`
            : `{ ${nameOf(specifier.imported)} as ${local} }`;
      statements.set(local, `import ${what} from ${source};`);
    }
  }
  return statements;
};

const exportsOf = (tree: Program) =>
  tree.body.flatMap((statement) =>
    statement.type === "ExportNamedDeclaration"
      ? statement.specifiers.map((specifier) => ({
          local: nameOf(specifier.local),
          exported: nameOf(specifier.exported),
        }))
      : [],
  );

/** Writes one module for each group of units, and an index with the exports of the original module. */
export const printUnits = (code: string, tree: Program, units: Unit[], groups: number[], prefix: string): Printed => {
  const imports = importStatements(tree);
  const groupOf = new Map<string, number>();
  units.forEach(({ declares }, index) => declares.forEach((name) => groupOf.set(name, groups[index]!)));
  const partOf = (name: string) => JSON.stringify(`${prefix}${groupOf.get(name)}`);

  const textOf = (unit: Unit) => {
    let text = "";
    let position = unit.start;
    for (const { start, end, name } of [...unit.lazy].sort((a, b) => a.start - b.start)) {
      text += `${code.slice(position, start)}import(${partOf(name)}).then(({ ${name} }) => ${name})`;
      position = end;
    }
    text += code.slice(position, unit.end);
    return unit.kind ? `${unit.kind} ${text};` : text;
  };

  const members = new Map<number, Unit[]>();
  units.forEach((unit, index) => {
    const group = groups[index]!;
    members.set(group, [...(members.get(group) ?? []), unit]);
  });

  const parts = new Map<string, string>();
  members.forEach((group, number) => {
    const own = new Set(group.flatMap(({ declares }) => declares));
    const used = new Set(group.flatMap(({ uses }) => [...uses]));
    const taken = new Set(group.flatMap(({ imports: names }) => [...names]));
    parts.set(
      `${prefix}${number}`,
      [
        ...[...taken].map((name) => imports.get(name)!),
        ...[...used].filter((name) => !own.has(name)).map((name) => `import { ${name} } from ${partOf(name)};`),
        ...group.map(textOf),
        `export { ${[...own].join(", ")} };`,
      ].join("\n"),
    );
  });

  const index = exportsOf(tree)
    .map(({ local, exported }) =>
      imports.has(local)
        ? `${imports.get(local)}\nexport { ${local} as ${exported} };`
        : `export { ${local} as ${exported} } from ${partOf(local)};`,
    )
    .join("\n");
  return { parts, index };
};

import type { Node, Program, VariableDeclaration } from "acorn";
import type { Reference, ScopeManager, Variable } from "eslint-scope";

/** A top-level statement, or one declarator of a declaration. */
export type Unit = {
  start: number;
  end: number;
  /** `const`, `let` or `var` if the unit is a declarator. */
  kind?: VariableDeclaration["kind"];
  /** Names it declares. */
  declares: string[];
  /** Indexes of the units that must be loaded before it or together with it. */
  needs: Set<number>;
  /** Names it uses from other units. */
  uses: Set<string>;
  /** Names it uses from imports. */
  imports: Set<string>;
  /** Positions at which it loads a name lazily. */
  lazy: { start: number; end: number; name: string }[];
};

const LAZY = /Promise\.resolve\(\)\.then\(\(\) => $/;

const unitsOf = (tree: Program): Unit[] =>
  tree.body.flatMap((statement): Unit[] => {
    const unit = (node: Node, kind?: Unit["kind"]): Unit => ({
      start: node.start,
      end: node.end,
      ...(kind && { kind }),
      declares: [],
      needs: new Set(),
      uses: new Set(),
      imports: new Set(),
      lazy: [],
    });
    switch (statement.type) {
      case "ImportDeclaration":
      case "ExportNamedDeclaration":
        return [];
      case "VariableDeclaration":
        return statement.declarations.map((declarator) => unit(declarator, statement.kind));
      default:
        return [unit(statement)];
    }
  });

/** Returns a function that finds the index of the unit at a position, or -1. */
const finder = (units: Unit[]) => (position: number) => {
  let low = 0;
  let high = units.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const unit = units[middle]!;
    if (position < unit.start) high = middle - 1;
    else if (position >= unit.end) low = middle + 1;
    else return middle;
  }
  return -1;
};

type Span = { start: number; end: number };
const spanOf = (node: unknown): Span => node as Span;

/**
 * Returns whether a statement may change the value of a name: an assignment changes the name it starts with, and any
 * other statement may change every name it uses.
 */
const changes = (code: string, unit: Unit, name: string) => {
  const text = code.slice(unit.start, unit.end);
  const assigned = /^([\w$]+)[.[]/.exec(text)?.[1];
  return unit.kind === undefined && unit.declares.length === 0 && (assigned === undefined || assigned === name);
};

/** Reads the units of a module and their dependencies. */
export const readUnits = (code: string, tree: Program, scopes: ScopeManager): Unit[] => {
  const units = unitsOf(tree);
  const unitAt = finder(units);
  const scope = scopes.globalScope.childScopes[0]!;

  const owned = scope.variables.map((variable: Variable) => {
    const definition = variable.defs[0];
    if (definition?.type === "ImportBinding") {
      return { variable, owner: undefined };
    }
    const owner = unitAt(spanOf(variable.identifiers[0]).start);
    units[owner]!.declares.push(variable.name);
    return { variable, owner };
  });

  const link = (variable: Variable, owner: number, reference: Reference) => {
    const { start, end } = spanOf(reference.identifier);
    const from = unitAt(start);
    const unit = units[from];
    if (!unit || from === owner) return;
    const before = LAZY.exec(code.slice(start - 40, start))?.[0];
    if (before && code[end] === ")") {
      unit.lazy.push({
        start: start - before.length,
        end: end + 1,
        name: variable.name,
      });
      return;
    }
    unit.needs.add(owner);
    unit.uses.add(variable.name);
    if (reference.isWrite() || changes(code, unit, variable.name)) {
      units[owner]!.needs.add(from);
    }
  };

  owned.forEach(({ variable, owner }) =>
    variable.references.forEach((reference: Reference) => {
      if (owner !== undefined) {
        link(variable, owner, reference);
      } else {
        units[unitAt(spanOf(reference.identifier).start)]?.imports.add(variable.name);
      }
    }),
  );
  return units;
};

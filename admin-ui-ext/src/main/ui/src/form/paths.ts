type Tree = Record<string, unknown>;

const isTree = (value: unknown): value is Tree => typeof value === "object" && value !== null && !Array.isArray(value);

/** Returns the value at a path such as `sms.codeLength`. */
export const valueAt = (tree: unknown, path: string): unknown =>
  path.split(".").reduce<unknown>((node, name) => (isTree(node) ? node[name] : undefined), tree);

/** Returns a copy with another value at a path. */
export const withValue = <T>(tree: T, path: string, value: unknown): T => {
  const [name, ...rest] = path.split(".");
  const node: Tree = isTree(tree) ? tree : {};
  return {
    ...node,
    [name!]: rest.length === 0 ? value : withValue(node[name!], rest.join("."), value),
  } as T;
};

/** Returns a copy with null in place of empty texts. */
export const withoutBlanks = <T>(tree: T): T =>
  JSON.parse(JSON.stringify(tree, (_name, value: unknown) => (value === "" ? null : value))) as T;

/** Returns whether two JSON values are equal. */
export const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

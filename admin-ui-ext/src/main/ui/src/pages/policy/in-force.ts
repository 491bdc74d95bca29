import type { AnyPolicy, Enforcement, Method } from "../../api/types";
import { same } from "../../form/paths";

type InForce = { enforcement: Enforcement; methods: Method[]; roleMethods?: string[] };

/** Returns what a policy asks for: of an organization, the realm's values where it has none. */
export const inForce = (policy: AnyPolicy): InForce =>
  "realm" in policy
    ? {
        enforcement: policy.enforcement ?? policy.realm.enforcement,
        methods: policy.methods ?? policy.realm.methods,
      }
    : policy;

/** Returns whether a change requires a factor that was not required before, so that each owner must have one. */
export const isNewlyRequired = (before: AnyPolicy, after: AnyPolicy): boolean => {
  const [from, to] = [inForce(before), inForce(after)];
  return (
    to.enforcement === "required" &&
    (from.enforcement !== "required" || !same(from.methods, to.methods) || !same(from.roleMethods, to.roleMethods))
  );
};

import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, describe, expect, it, vi } from "vitest";
import type { OrganizationPolicy, OrganizationSettings, Policy } from "../src/api/types";
import { DraftProvider } from "../src/form/DraftContext";
import { NumberField, TextField } from "../src/form/fields";
import { withoutBlanks } from "../src/form/paths";
import { useDraft } from "../src/form/useDraft";
import { inForce, isNewlyRequired } from "../src/pages/policy/in-force";

vi.mock("react-i18next", () => ({
  useTranslation: () => ({ t: (key: string) => key, i18n: { exists: () => false, language: "en" } }),
}));

afterEach(cleanup);

type Own = { days: number | null; sender: string | null };

const REALM: Own = { days: 30, sender: null };

const show = (own: Own, { isReadOnly = false } = {}) => {
  const seen: { value: Own; dirty: boolean }[] = [];
  const Form = () => {
    const draft = useDraft(own);
    seen.push(draft);
    return (
      <DraftProvider value={{ ...draft, realm: REALM, isReadOnly }}>
        <NumberField name="days" min={0} max={365} />
        <TextField name="sender" />
      </DraftProvider>
    );
  };
  const { container } = render(<Form />);
  const input = (name: string) => container.querySelector<HTMLInputElement>(`#twoFactor-${name}`)!;
  const toggle = (name: string) =>
    fireEvent.click(screen.getByTestId(`twoFactor-${name}-inheritance`).querySelector("button")!);
  return { container, input, toggle, now: () => seen.at(-1)! };
};

describe("a field of an organization", () => {
  it("shows the realm's value until it gets one of its own, and again after it is given back", () => {
    const { input, toggle, now } = show({ days: null, sender: null });
    expect(input("days").value).toBe("30");
    expect(input("days").disabled).toBe(true);

    toggle("days");
    expect(input("days").disabled).toBe(false);
    expect(now()).toMatchObject({ value: { days: 30 }, dirty: true });
    fireEvent.change(input("days"), { target: { value: "" } });
    expect(input("days").value).toBe("");
    fireEvent.change(input("days"), { target: { value: "7" } });
    expect(now().value.days).toBe(7);

    toggle("days");
    expect(input("days").value).toBe("30");
    expect(now()).toMatchObject({ value: { days: null }, dirty: false });
  });

  it("is no change while it is open but empty, and is saved as the realm's", () => {
    const { input, toggle, now } = show({ days: null, sender: null });
    toggle("sender");
    expect(input("sender").disabled).toBe(false);
    expect(now().dirty).toBe(false);
    expect(withoutBlanks(now().value)).toEqual({ days: null, sender: null });
  });

  it("has no button if it can only be read", () => {
    const { container, input } = show({ days: 7, sender: null }, { isReadOnly: true });
    expect(input("days").value).toBe("7");
    expect(input("days").disabled).toBe(true);
    expect(container.querySelector("button")).toBeNull();
  });
});

const realm = { enforcement: "required", methods: ["totp", "sms"] } as OrganizationSettings;
const organization = (own: Partial<OrganizationPolicy>) =>
  ({ enforcement: null, methods: null, realm, ...own }) as OrganizationPolicy;

describe("what is in force", () => {
  it("is the realm's where an organization sets nothing", () => {
    expect(inForce(organization({}))).toEqual({ enforcement: "required", methods: ["totp", "sms"] });
    expect(inForce(organization({ enforcement: "off" })).enforcement).toBe("off");
  });

  it.each([
    [organization({ enforcement: "optional" }), organization({}), true],
    [organization({}), organization({ enforcement: "required" }), false],
    [organization({}), organization({ methods: ["sms"] }), true],
    [organization({}), organization({ methods: ["totp", "sms"] }), false],
    [organization({}), organization({ enforcement: "optional", methods: ["sms"] }), false],
    [
      { ...realm, roleMethods: [] } as unknown as Policy,
      { ...realm, roleMethods: ["a=sms"] } as unknown as Policy,
      true,
    ],
  ])("is newly required or not", (before, after, expected) => {
    expect(isNewlyRequired(before, after)).toBe(expected);
  });
});

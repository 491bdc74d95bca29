import { fireEvent, render, screen } from "@testing-library/react";
import { useState } from "react";
import { describe, expect, it, vi } from "vitest";
import { inOrder, statusesOf } from "../src/api/methods";
import { MethodTicks } from "../src/form/MethodTicks";
import { parsed, written } from "../src/form/role-methods";

vi.mock("../src/api/useApi", () => ({ useApi: () => ({}) }));
vi.mock("react-i18next", () => ({
  useTranslation: () => ({ t: (key: string) => key, i18n: { exists: () => false, language: "en" } }),
}));

const METHODS = ["passkey", "security-key", "totp", "sms"];

describe("the methods of a role", () => {
  it("are read and written as the server stores them", () => {
    for (const entry of ["realm-admin=passkey,security-key", "app.clerk=totp", "=passkey", "a=b=sms"]) {
      expect(written(parsed(entry))).toBe(entry);
    }
    expect(parsed("a=b=sms,totp")).toEqual({ role: "a=b", methods: ["sms", "totp"] });
    expect(parsed("clerk")).toEqual({ role: "clerk", methods: [] });
  });
});

describe("the ticks of methods", () => {
  it("keep the order of strength, whatever is ticked first", () => {
    const seen: string[][] = [];
    const Form = () => {
      const [ticked, setTicked] = useState(["totp"]);
      const onChange = (next: string[]) => {
        seen.push(next);
        setTicked(next);
      };
      return <MethodTicks id="x" methods={METHODS} ticked={ticked} onChange={onChange} isDisabled={false} />;
    };
    render(<Form />);
    fireEvent.click(screen.getByLabelText("sms"));
    fireEvent.click(screen.getByLabelText("passkey"));
    fireEvent.click(screen.getByLabelText("totp"));

    expect(seen).toEqual([
      ["totp", "sms"],
      ["passkey", "totp", "sms"],
      ["passkey", "sms"],
    ]);
  });
});

describe("the statuses", () => {
  it("include one for each method, between those without and with several", () => {
    expect(statusesOf(["passkey"])).toEqual([
      "none",
      "passkey",
      "both",
      "several",
      "exempt",
      "in-grace",
      "locked",
      "unknown",
    ]);
    expect(inOrder(["locked", "sms", "none"])).toEqual(["none", "sms", "locked"]);
  });
});

import { act, renderHook } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { ApiError } from "../src/api/ApiError";
import { useDraft } from "../src/form/useDraft";

const LOADED = { name: "Falcon", sms: { codeLength: 6 } };

const refusal = new ApiError(400, {
  errorMessage: "6 to 8",
  errors: [{ field: "sms.codeLength", errorMessage: "6 to 8" }],
});

describe("a draft", () => {
  it("is dirty while it differs from the loaded value", () => {
    const { result } = renderHook(() => useDraft(LOADED));
    expect(result.current.dirty).toBe(false);

    act(() => result.current.set("sms.codeLength", 8));
    expect(result.current.value.sms.codeLength).toBe(8);
    expect(result.current.dirty).toBe(true);
    expect(LOADED.sms.codeLength).toBe(6);

    act(() => result.current.set("sms.codeLength", 6));
    expect(result.current.dirty).toBe(false);
  });

  it("keeps every change after an error, and shows the message at the field until it is changed", () => {
    const { result } = renderHook(() => useDraft(LOADED));
    act(() => result.current.set("sms.codeLength", 9));
    act(() => {
      expect(result.current.refused(refusal)).toBe(true);
    });

    expect(result.current.value.sms.codeLength).toBe(9);
    expect(result.current.errors["sms.codeLength"]).toBe("6 to 8");

    act(() => result.current.set("sms.codeLength", 8));
    expect(result.current.errors["sms.codeLength"]).toBeUndefined();
  });

  it("is no longer dirty when the saved value is loaded", () => {
    const { result, rerender } = renderHook(({ loaded }) => useDraft(loaded), {
      initialProps: { loaded: LOADED },
    });
    act(() => result.current.set("name", "Eagle"));
    rerender({ loaded: { ...LOADED, name: "Eagle" } });

    expect(result.current.dirty).toBe(false);
  });

  it("does not accept an error that concerns no field", () => {
    const { result } = renderHook(() => useDraft(LOADED));
    act(() => {
      expect(result.current.refused(new Error("no network"))).toBe(false);
    });
  });
});

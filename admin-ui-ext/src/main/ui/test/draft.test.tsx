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
  it("differs from what was loaded once something is changed, and no more when it is changed back", () => {
    const { result } = renderHook(() => useDraft(LOADED));
    expect(result.current.dirty).toBe(false);

    act(() => result.current.set("sms.codeLength", 8));
    expect(result.current.value.sms.codeLength).toBe(8);
    expect(result.current.dirty).toBe(true);
    expect(LOADED.sms.codeLength).toBe(6);

    act(() => result.current.set("sms.codeLength", 6));
    expect(result.current.dirty).toBe(false);
  });

  it("keeps every change when it is refused, and says at the field why until it is changed", () => {
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

  it("is no longer dirty when what was saved comes back", () => {
    const { result, rerender } = renderHook(({ loaded }) => useDraft(loaded), {
      initialProps: { loaded: LOADED },
    });
    act(() => result.current.set("name", "Eagle"));
    rerender({ loaded: { ...LOADED, name: "Eagle" } });

    expect(result.current.dirty).toBe(false);
  });

  it("says of an error about no field that it is none of its own", () => {
    const { result } = renderHook(() => useDraft(LOADED));
    act(() => {
      expect(result.current.refused(new Error("no network"))).toBe(false);
    });
  });
});

import { describe, expect, it } from "vitest";
import { segmentsOf } from "../src/pages/messages/segments";

describe("parts of a text message", () => {
  it.each([
    ["a".repeat(160), "GSM-7", 1],
    ["a".repeat(161), "GSM-7", 2],
    ["a".repeat(306), "GSM-7", 2],
    ["a".repeat(307), "GSM-7", 3],
    ["ä".repeat(160), "GSM-7", 1],
    ["€".repeat(80), "GSM-7", 1],
    ["€".repeat(81), "GSM-7", 2],
    ["я".repeat(70), "Unicode", 1],
    ["я".repeat(71), "Unicode", 2],
    ["я".repeat(135), "Unicode", 3],
    ["😀".repeat(35), "Unicode", 1],
    ["😀".repeat(36), "Unicode", 2],
    ["", "GSM-7", 1],
  ])("%s is sent as %s in %i", (text, encoding, count) => {
    expect(segmentsOf(text)).toEqual({ encoding, count });
  });
});

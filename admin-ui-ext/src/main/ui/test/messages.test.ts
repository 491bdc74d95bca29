import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

const MESSAGES = "../resources/theme/strongroom/admin/messages";
const PLURAL = /_(one|other)$/;

const read = (language: string) =>
  new Map(
    readFileSync(`${MESSAGES}/messages_${language}.properties`, "utf8")
      .split("\n")
      .filter((line) => line !== "" && !line.startsWith("#"))
      .map((line) => {
        const at = line.indexOf("=");
        return [line.slice(0, at), line.slice(at + 1)] as const;
      }),
  );

const sources = (directory: string): string[] =>
  readdirSync(directory, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? sources(join(directory, entry.name)) : [readFileSync(join(directory, entry.name), "utf8")],
  );

const code = sources("src").join("\n");
const en = read("en");
const de = read("de");
const parameters = (text: string) => [...text.matchAll(/\{\{\w+\}\}|\{\w+\}/g)].map(([name]) => name).sort();

describe("messages", () => {
  const literal = new Set([...code.matchAll(/"(twoFactor[A-Za-z]*(?:_[\w-]+)?)"/g)].map(([, key]) => key!));
  const prefixes = new Set([...code.matchAll(/`(twoFactor[A-Za-z]*_)\$\{/g)].map(([, key]) => key!));

  it("contain every key that is used", () => {
    const existing = new Set([...en.keys()].map((key) => key.replace(PLURAL, "")));
    const ids =
      /^twoFactor(Confirm|Save|Group|Users|SignOut|Require|Reset|RoomForm|EditRoom|RoomRule|Preview|Segments|SenderShown|Status|StatusFilter|Failure|UserTab|OrganizationTab|AddMembers|CreateRoom)$/;
    const missing = [...literal].filter((key) => !existing.has(key) && !ids.test(key) && !prefixes.has(`${key}-`));
    expect(missing).toEqual([]);
  });

  it("contain no unused key", () => {
    const unused = [...en.keys()].filter((key) => {
      const base = key.replace(PLURAL, "");
      return !literal.has(base) && ![...prefixes].some((prefix) => base.startsWith(prefix));
    });
    expect(unused).toEqual([]);
  });

  it("have the same keys and parameters in German and English", () => {
    expect([...de.keys()]).toEqual([...en.keys()]);
    for (const [key, text] of en) {
      expect(parameters(de.get(key)!), key).toEqual(parameters(text));
      expect(de.get(key), key).not.toBe("");
    }
  });
});

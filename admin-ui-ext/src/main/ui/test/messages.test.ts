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

  it("has a word for every key that is used", () => {
    const words = new Set([...en.keys()].map((key) => key.replace(PLURAL, "")));
    const ids =
      /^twoFactor(Confirm|Save|Group|Users|SignOut|Require|Reset|RoomForm|EditRoom|RoomRule|Preview|Segments|SenderShown|Status|StatusFilter|Failure|UserTab|AddMembers|CreateRoom)$/;
    const missing = [...literal].filter((key) => !words.has(key) && !ids.test(key) && !prefixes.has(`${key}-`));
    expect(missing).toEqual([]);
  });

  it("uses every key that it has", () => {
    const unused = [...en.keys()].filter((key) => {
      const word = key.replace(PLURAL, "");
      return !literal.has(word) && ![...prefixes].some((prefix) => word.startsWith(prefix));
    });
    expect(unused).toEqual([]);
  });

  it("says in German what it says in English, with the same parameters", () => {
    expect([...de.keys()]).toEqual([...en.keys()]);
    for (const [key, text] of en) {
      expect(parameters(de.get(key)!), key).toEqual(parameters(text));
      expect(de.get(key), key).not.toBe("");
    }
  });
});

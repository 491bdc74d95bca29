import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { NAVIGATION, TWO_FACTOR } from "../src/shell/nav-entries";

const LIBRARY = "node_modules/@keycloak/keycloak-admin-ui/lib";

type SourceMap = { sources: string[]; sourcesContent: string[] };

const map = JSON.parse(
  readFileSync(`${LIBRARY}/${readdirSync(LIBRARY).find((file) => /^index-.*\.js\.map$/.test(file))!}`, "utf8"),
) as SourceMap;

const source = (path: string) => map.sourcesContent[map.sources.indexOf(`../src/${path}`)] ?? "";

/** Files of the stock console that ours are based on, with their hashes at the last comparison. */
const FOLLOWED = {
  "App.tsx": "bc9ddd3b3152065e",
  "Banners.tsx": "6673a9a7619652a0",
  "PageNav.tsx": "a879f28fdb6b287d",
  "root/AuthWall.tsx": "b3e3385a7c76b335",
  "user/EditUser.tsx": "72930e30f74ab9e4",
  "user/UsersSection.tsx": "2c4df03745eb033e",
  "components/users/UserDataTable.tsx": "6fce051f96da10e7",
  "components/routable-tabs/RoutableTabs.tsx": "69bf92633d7f871d",
};

describe("the stock console", () => {
  it.each(Object.entries(FOLLOWED))(
    "%s is unchanged; otherwise compare it, adapt ours, and update the hash",
    (path, hash) => {
      expect(createHash("sha256").update(source(path)).digest("hex").slice(0, 16)).toBe(hash);
    },
  );

  it("has the same navigation as ours, except for our entry", () => {
    const stock = [
      ...source("PageNav.tsx").matchAll(/<LeftNav\s+title=(?:"|\{t\(")(\w+)"\)?\}?\s+path="([^"]+)"/g),
    ].map(([, title, path]) => ({ title, path }));

    const ours = NAVIGATION.flatMap(({ entries }) => entries)
      .filter((entry) => entry !== TWO_FACTOR)
      .map(({ title, path }) => ({ title, path }));

    expect(ours).toEqual(stock);
  });
});

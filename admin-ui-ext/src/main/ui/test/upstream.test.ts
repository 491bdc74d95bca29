import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { NAVIGATION, TWO_FACTOR } from "../src/shell/nav-entries";

const LIBRARY = "node_modules/@keycloak/keycloak-admin-ui/lib";

type SourceMap = { sources: string[]; sourcesContent: string[] };

/** The library's own sources, which are spread over several source maps. */
const sources = new Map(
  readdirSync(LIBRARY)
    .filter((file) => file.endsWith(".js.map"))
    .map((file) => JSON.parse(readFileSync(`${LIBRARY}/${file}`, "utf8")) as SourceMap)
    .flatMap((map) => map.sources.map((path, index) => [path, map.sourcesContent[index] ?? ""] as const)),
);

const source = (path: string) => sources.get(`../src/${path}`) ?? "";

/** Files of the stock console that ours are based on, with their hashes at the last comparison. */
const FOLLOWED = {
  "App.tsx": "bc9ddd3b3152065e",
  "Banners.tsx": "6673a9a7619652a0",
  "PageNav.tsx": "a879f28fdb6b287d",
  "root/AuthWall.tsx": "b3e3385a7c76b335",
  "organizations/DetailOrganization.tsx": "e9b53a8ad4646882",
  "organizations/routes/EditOrganization.tsx": "0fcbd216c3705494",
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

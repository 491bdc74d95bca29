import type { Plugin } from "vite";

/**
 * Writes `.vite/manifest.json` in the format that Keycloak's console page reads: only the entry, with imports that are
 * files to preload. In Vite's own manifest, imports are keys.
 */
export const keycloakManifest = (): Plugin => ({
  name: "keycloak-manifest",
  apply: "build",
  generateBundle(_options, bundle) {
    const entry = Object.values(bundle).find((chunk) => chunk.type === "chunk" && chunk.isEntry);
    if (entry?.type !== "chunk") {
      throw new Error("No entry chunk");
    }
    const manifest = {
      "src/main.tsx": {
        file: entry.fileName,
        src: "src/main.tsx",
        isEntry: true,
        imports: entry.imports.filter((file) => file in bundle),
        css: [...(entry.viteMetadata?.importedCss ?? [])],
      },
    };
    this.emitFile({
      type: "asset",
      fileName: ".vite/manifest.json",
      source: JSON.stringify(manifest, null, 2) + "\n",
    });
  },
});

import react from "@vitejs/plugin-react";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";
import { keycloakManifest } from "./build/keycloak-manifest.ts";
import { sharedChunk } from "./build/shared-chunk.ts";
import { isPart, splitLibrary } from "./build/split-library.ts";
import { stylesOnce } from "./build/styles-once.ts";

export default defineConfig({
  base: "",
  publicDir: false,
  plugins: [react(), stylesOnce(), splitLibrary(), keycloakManifest()],
  build: {
    outDir: fileURLToPath(new URL("../../../target/classes/theme/strongroom/admin/resources", import.meta.url)),
    emptyOutDir: true,
    target: "esnext",
    modulePreload: false,
    assetsInlineLimit: 0,
    reportCompressedSize: false,
    chunkSizeWarningLimit: 4000,
    rollupOptions: {
      input: "src/main.tsx",
      // The console's page maps these modules to the copies that Keycloak serves.
      external: ["react", "react/jsx-runtime", "react-dom"],
      output: { manualChunks: sharedChunk(isPart) },
    },
  },
  test: {
    environment: "jsdom",
    include: ["test/**/*.test.{ts,tsx}"],
  },
});

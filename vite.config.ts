import { fileURLToPath } from "node:url";
import tailwindcss from "@tailwindcss/vite";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";
import { buildName } from "./scripts/build-id.ts";
import { cspMeta } from "./scripts/csp.ts";
import { frames } from "./scripts/frames.ts";
import { katexFonts } from "./scripts/katex-fonts.ts";
import { compiledMessages } from "./scripts/messages.ts";
import { serviceWorker } from "./scripts/service-worker.ts";

export default defineConfig({
  base: "./",
  plugins: [
    compiledMessages(),
    katexFonts(),
    react(),
    tailwindcss(),
    cspMeta(),
    frames(),
    buildName(),
    serviceWorker(),
  ],
  resolve: {
    alias: {
      "react-style-singleton": fileURLToPath(new URL("scripts/styles-without-tags.ts", import.meta.url)),
    },
  },
  build: {
    target: ["chrome123", "edge123", "firefox121", "safari17.5"],
    // The polyfill is for browsers below the target, and an inlined asset would need a wider policy.
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
  },
  worker: { format: "es" },
  test: {
    include: ["src/**/*.test.{ts,tsx}", "scripts/**/*.test.ts", "e2e/support/**/*.test.ts"],
    environment: "node",
    setupFiles: ["scripts/property-seed.ts", "scripts/test-imports.ts"],
    testTimeout: 30_000,
    hookTimeout: 30_000,
  },
});

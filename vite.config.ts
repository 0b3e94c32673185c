import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";
import { announceParts } from "./src/build/announce-parts.ts";
import { clientManifest } from "./src/build/client-manifest.ts";
import { firstFaces } from "./src/build/first-faces.ts";
import { inlineScripts } from "./src/build/inline-scripts.ts";
import { inlineStyles } from "./src/build/inline-styles.ts";
import { offline } from "./src/build/offline.ts";
import { plainImports } from "./src/build/plain-imports.ts";
import { precompress } from "./src/build/precompress.ts";
import { pureRouter } from "./src/build/pure-router.ts";
import { subsetFonts } from "./src/build/subset-fonts.ts";

export default defineConfig({
  plugins: [
    react(),
    inlineScripts(new URL("./src/app/", import.meta.url)),
    plainImports(),
    pureRouter(),
    inlineStyles({
      views: { front: /front\/FrontPage/, problem: /problem\/ProblemView/ },
      late: /(?:ListenBar|OfflineSign|PlaceKeeper|SettingsPanel|StoryTools|share\/ShareLayer|share\.module\.css)/,
    }),
    announceParts(),
    firstFaces(),
    subsetFonts(),
    offline(),
    precompress(),
    clientManifest(new URL("./dist/client/.vite/manifest.json", import.meta.url)),
  ],
  appType: "custom",
  build: {
    target: "baseline-widely-available",
    assetsInlineLimit: 0,
    cssTarget: ["chrome123", "edge123", "firefox121", "safari17.5"],
    modulePreload: false,
  },
  environments: {
    client: {
      build: {
        outDir: "dist/client",
        manifest: true,
        rolldownOptions: {
          output: {
            codeSplitting: {
              groups: [
                { name: "react", test: /node_modules[\\/](?:react|react-dom|scheduler)[\\/]/ },
                {
                  name: "libraries",
                  test: /node_modules[\\/](?:react-router|@tanstack)[\\/]/,
                },
                // What several parts share stands in one file: a dozen small ones would compress and travel worse.
                {
                  name: "shared",
                  test: /node_modules[\\/]@internationalized|src[\\/](?!app[\\/](?:share|problem[\\/]ProblemView|article[\\/]StorySkeleton|quotation[\\/]Difference|words[\\/]reading-(?:ar|de|en)))/,
                  minShareCount: 2,
                },
              ],
            },
          },
        },
      },
    },
    ssr: {
      build: {
        outDir: "dist/server",
        copyPublicDir: false,
        rolldownOptions: {
          input: "src/app/entry-server.tsx",
          output: { entryFileNames: "render.js" },
        },
      },
    },
  },
  builder: {
    async buildApp({ build, environments }) {
      if (environments.client) await build(environments.client);
      if (environments.ssr) await build(environments.ssr);
    },
  },
  test: {
    reporters: ["default"],
    // Most of an end-to-end test is waiting: two cores carry three of them.
    maxWorkers: 3,
    projects: [
      {
        extends: true,
        test: {
          name: "units",
          include: ["tests/{model,text,attribution,cases,newsroom,cli,samples,house}/**/*.test.ts"],
          environment: "node",
          testTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: "stores",
          include: ["tests/{store,server}/**/*.test.ts"],
          environment: "node",
          globalSetup: ["tests/support/start-postgres.ts"],
          testTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: "components",
          include: ["tests/app/**/*.test.{ts,tsx}"],
          environment: "jsdom",
          setupFiles: ["tests/support/components.ts"],
          testTimeout: 30_000,
        },
      },
      {
        extends: true,
        test: {
          name: "e2e",
          include: ["tests/e2e/**/*.spec.ts"],
          environment: "node",
          globalSetup: ["tests/support/build-site.ts"],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          expect: { poll: { timeout: 20_000 } },
        },
      },
    ],
  },
});

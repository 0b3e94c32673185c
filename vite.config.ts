import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";
import { firstFrame } from "./src/build/first-frame.ts";
import { fontLicences } from "./src/build/font-licences.ts";
import { precompress } from "./src/build/precompress.ts";
import { serviceWorker } from "./src/build/service-worker.ts";
import { projects } from "./tests/projects.ts";

/** What every page runs on. */
const libraries = /node_modules[\\/](?:react|react-dom|scheduler|react-router|@tanstack)[\\/]/;

const here = (path: string): URL => new URL(path, import.meta.url);

export default defineConfig({
  plugins: [
    react(),
    firstFrame({
      "<!--before-paint:head-->": here("src/app/before-paint/head.ts"),
      "<!--before-paint:after-story-->": here("src/app/before-paint/after-story.ts"),
    }),
    fontLicences(),
    serviceWorker("src/app/offline/worker/service-worker.ts"),
  ],
  appType: "custom",
  build: {
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
  environments: {
    client: {
      build: {
        manifest: true,
        rolldownOptions: {
          // What changes with a library's version alone stays in a reader's cache.
          output: { codeSplitting: { groups: [{ name: "libraries", test: libraries }] } },
        },
      },
    },
    ssr: {
      build: {
        copyPublicDir: false,
        rolldownOptions: {
          input: "src/app/entry-server.tsx",
          output: { entryFileNames: "render.js" },
        },
      },
    },
  },
  builder: {
    async buildApp({ build, environments: { client, worker, ssr } }) {
      for (const environment of [client, worker, ssr]) if (environment) await build(environment);
      if (client) await precompress(client.config.build.outDir);
    },
  },
  // Most of an end-to-end test is waiting: two cores carry three of them.
  test: { maxWorkers: 3, projects },
});

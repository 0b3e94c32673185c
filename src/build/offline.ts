import type { Plugin } from "vite";
import { VitePWA } from "vite-plugin-pwa";

/**
 * What makes the site installable and readable offline: the manifest, and the
 * service worker with the list of files that every page may need. Faces that a
 * reader has to choose are left out: they are kept when they are used.
 */
export function offline(): Plugin[] {
  const plugins = VitePWA({
    strategies: "injectManifest",
    srcDir: "src/app/offline/worker",
    filename: "service-worker.ts",
    outDir: "dist/client",
    includeManifestIcons: false,
    // The page registers it itself, when it has nothing better to do.
    injectRegister: null,
    injectManifest: {
      globPatterns: ["assets/*.{js,css}", "assets/source-*-latin-wght-*.woff2"],
    },
    manifest: {
      id: "/",
      name: "Verbatim",
      short_name: "Verbatim",
      description: "Who said what, word for word",
      start_url: "/",
      scope: "/",
      display: "standalone",
      lang: "en",
      background_color: "#fbf8f3",
      theme_color: "#fbf8f3",
      categories: ["news"],
      icons: [
        { src: "/icons/icon-192.png", sizes: "192x192", type: "image/png" },
        { src: "/icons/icon-512.png", sizes: "512x512", type: "image/png" },
        { src: "/icons/maskable-192.png", sizes: "192x192", type: "image/png", purpose: "maskable" },
        { src: "/icons/maskable-512.png", sizes: "512x512", type: "image/png", purpose: "maskable" },
      ],
    },
  });
  // Only the browser's build has files to keep.
  return plugins.map((plugin) => ({
    ...plugin,
    applyToEnvironment: (environment: { readonly name: string }) => environment.name === "client",
  }));
}

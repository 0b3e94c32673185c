import { existsSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import fastifyStatic from "@fastify/static";
import type { FastifyPluginAsync } from "fastify";
import { immutableCache } from "./cache/cache-control.ts";

export interface StaticFilesOptions {
  /** The built app; null where hot reload serves it. */
  readonly clientDir: string | null;
  readonly imagesDir: string;
}

/** The build's files, with the compressed ones that the build made beside them, and the stories' pictures. */
export const staticFiles: FastifyPluginAsync<StaticFilesOptions> = async (app, { clientDir, imagesDir }) => {
  await mkdir(imagesDir, { recursive: true });
  await app.register(fastifyStatic, {
    root: imagesDir,
    prefix: "/images/",
    index: false,
    cacheControl: false,
    schemaHide: true,
    decorateReply: false,
    setHeaders: (reply) => {
      reply.header("cache-control", immutableCache);
      // Feed readers and frames on other sites show the pictures too.
      reply.header("cross-origin-resource-policy", "cross-origin");
    },
  });
  if (clientDir === null || !existsSync(clientDir)) return;
  const hashed = join(clientDir, "assets");
  await app.register(fastifyStatic, {
    root: clientDir,
    // Every file is a route of its own: what is not a file stays with the pages.
    wildcard: false,
    globIgnore: ["index.html", "**/*.br", "**/*.gz", ".vite/**"],
    index: false,
    cacheControl: false,
    preCompressed: true,
    schemaHide: true,
    decorateReply: false,
    setHeaders: (reply, path) => {
      reply.header("cache-control", path.startsWith(hashed) ? immutableCache : "public, no-cache");
    },
  });
};

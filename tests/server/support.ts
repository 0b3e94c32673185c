import { rm } from "node:fs/promises";
import { join } from "node:path";
import type { FastifyInstance, LightMyRequestResponse } from "fastify";
import { pino } from "pino";
import type { RenderPage } from "#model/page.ts";
import { type AppOptions, createApp } from "#server/create-app.ts";
import { readTemplate } from "#server/pages/page-template.ts";
import { inlineSources } from "#server/security/inline-sources.ts";
import type { Store } from "#store/store.ts";
import { temporaryFolder } from "#tools/support/leave-nothing.ts";
import { createDatabase, type DatabaseName, type TestDatabase } from "../store/support.ts";

export const siteUrl = "https://paper.example";

const document = `<!doctype html><html lang="en" dir="ltr"><head><script>early()</script><!--head--></head>
<body><div id="root"><!--body--></div><!--state--></body></html>`;

/** Draws no page, but says which was asked for: these tests are about what is around it. */
const drawNothing: RenderPage = async (page, { path }) => ({
  lang: "en",
  dir: "ltr",
  head: `<title>${page.view}</title>`,
  body: `<main data-path="${path}">${page.view === "problem" ? page.problem.status : page.view}</main>`,
  modules: [],
});

/** A server on a database of its own, asked without a port. */
export interface TestServer {
  readonly app: FastifyInstance;
  /** What the app was made of. */
  readonly options: AppOptions;
  readonly store: Store;
  readonly database: TestDatabase;
  /** The app once more, on the same store. */
  again(changes?: Partial<AppOptions>): Promise<FastifyInstance>;
  stop(): Promise<void>;
}

export async function startServer(
  name: DatabaseName,
  changes: Partial<AppOptions> = {},
): Promise<TestServer> {
  const database = await createDatabase(name);
  const store = await database.open();
  const folder = await temporaryFolder("verbatim-server");
  const options: AppOptions = {
    store,
    site: { name: "The Paper", url: siteUrl },
    secrets: ["first secret of the tests"],
    bundle: {
      render: drawNothing,
      template: async () => readTemplate(document),
      filesOf: () => "",
      inline: inlineSources(document),
      clientDir: null,
      hotReload: null,
    },
    imagesDir: join(folder, "images"),
    cardsDir: join(folder, "cards"),
    trustProxy: false,
    voteRateLimit: 0,
    logger: pino({ level: "silent" }),
    now: Date.now,
    elapsed: () => performance.now(),
    ...changes,
  };
  const apps: FastifyInstance[] = [];
  const again = async (more: Partial<AppOptions> = {}) => {
    const app = await createApp({ ...options, ...more });
    apps.push(app);
    return app;
  };
  const app = await again();
  return {
    app,
    options,
    store,
    database,
    again,
    stop: async () => {
      await Promise.all(apps.map((one) => one.close()));
      await store.close();
      await database.drop();
      await rm(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** A browser, as far as cookies go: it sends back what it was given. */
export function openBrowser(app: FastifyInstance) {
  let cookies: Record<string, string> = {};
  return {
    get cookies() {
      return cookies;
    },
    async send(
      method: "GET" | "POST" | "DELETE",
      url: string,
      payload?: object | string,
      headers: Record<string, string> = {},
    ): Promise<LightMyRequestResponse> {
      const answer = await app.inject({
        method,
        url,
        headers,
        cookies,
        ...(payload === undefined ? {} : { payload }),
      });
      for (const { name, value, maxAge, expires } of answer.cookies) {
        const gone = maxAge === 0 || (expires !== undefined && expires.getTime() < Date.now());
        const { [name]: _, ...others } = cookies;
        cookies = gone ? others : { ...others, [name]: value };
      }
      return answer;
    },
  };
}

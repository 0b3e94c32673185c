import Fastify, { type FastifyBaseLogger, type FastifyInstance, LogController } from "fastify";
import { serializerCompiler, validatorCompiler } from "fastify-type-provider-zod";
import type { Site } from "#model/page.ts";
import { articleRoutes } from "#server/articles/article-routes.ts";
import type { Store } from "#store/store.ts";
import { describeApi } from "./api/openapi.ts";
import { createAnswerCache } from "./cache/answer-cache.ts";
import { cardRoutes } from "./cards/card-routes.ts";
import { createCards } from "./cards/create-cards.ts";
import { embedRoutes } from "./embed/embed-routes.ts";
import { feedRoutes } from "./feeds/feed-routes.ts";
import { openMetrics } from "./metrics/serve-metrics.ts";
import { cutLateConnections, healthRoutes, logRequests } from "./operations.ts";
import { languageOf } from "./pages/language.ts";
import { pageRoutes } from "./pages/page-routes.ts";
import { createRenderHtml } from "./pages/render-html.ts";
import { refuseMalformed } from "./problems/malformed-request.ts";
import { type ProblemPage, pathOf, sendProblem } from "./problems/send-problem.ts";
import { refuseUnknownAddresses } from "./problems/unknown-address.ts";
import { createNewReaderLimit } from "./readers/new-reader-limit.ts";
import { createReaders } from "./readers/recognize-reader.ts";
import { warnOfProxies } from "./security/proxy-warnings.ts";
import { securityHeaders } from "./security/security-headers.ts";
import type { SiteBundle } from "./site-bundle.ts";
import { staticFiles } from "./static-files.ts";
import { voteForm } from "./votes/vote-form.ts";
import { voteRoutes } from "./votes/vote-routes.ts";
import { createVoting } from "./votes/voting.ts";

/** Everything that the server is given: it reads no environment of its own. */
export interface AppOptions {
  readonly store: Store;
  readonly site: Site;
  /** The first signs readers' cookies; the others are still accepted. */
  readonly secrets: readonly [string, ...string[]];
  readonly bundle: SiteBundle;
  /** Where the newsroom keeps the stories' pictures. */
  readonly imagesDir: string;
  /** Where drawn cards are kept. */
  readonly cardsDir: string;
  /** How many proxies stand in front, or their addresses; false believes nobody's `X-Forwarded-For`. */
  readonly trustProxy: boolean | number | string;
  /** First votes of new readers, a minute and address; 0 is no limit. */
  readonly voteRateLimit: number;
  readonly logger: FastifyBaseLogger;
  /** The clock, in milliseconds since 1970. */
  readonly now: () => number;
  /** How long things take, in milliseconds from any moment: unlike the clock, nobody sets it back. */
  readonly elapsed: () => number;
  /** Where Prometheus may read how the site does; null for nowhere. */
  readonly metrics?: { readonly host: string; readonly port: number } | null;
}

const bodyLimit = 16_384;
/** The most characters of a part of an address: a name of 200, escaped. */
const longestPart = 600;
const pageMemory = 128 * 1024 * 1024;
/** For how long the store's version is believed, in milliseconds: a revision shows at the latest after this. */
const freshFor = 100;

/** The whole server, not yet listening. The caller closes the store after the app. */
export async function createApp(options: AppOptions): Promise<FastifyInstance> {
  const { store, site, bundle, now, trustProxy: trusted } = options;
  const { articles, publication } = store;
  const { hotReload } = bundle;
  const app = Fastify({
    loggerInstance: options.logger,
    logController: new LogController({ disableRequestLogging: true }),
    trustProxy: typeof trusted === "number" ? (_address, hop) => hop < trusted : trusted,
    bodyLimit,
    requestTimeout: 15_000,
    keepAliveTimeout: 65_000,
    routerOptions: { maxParamLength: longestPart },
    return503OnClosing: false,
    clientErrorHandler: refuseMalformed,
    frameworkErrors: (error, request, reply) => {
      reply.headers(headersFor(request.url));
      void sendProblem(error, request, reply, problemPage);
    },
  });
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);

  const security = securityHeaders(site.url, bundle.inline, hotReload !== null);
  const headersFor = (url: string) =>
    url.startsWith("/api/") ? security.data : url.startsWith("/assets/") ? security.file : security.page;
  const renderHtml = createRenderHtml(bundle, site);
  const problemPage: ProblemPage = (problem, request) =>
    renderHtml({ view: "problem", problem }, pathOf(request.url), languageOf(request.raw));
  const cache = createAnswerCache({
    maxBytes: hotReload === null ? pageMemory : 1,
    freshFor: hotReload === null ? freshFor : 0,
    elapsed: options.elapsed,
    version: () => articles.version(),
  });
  const readers = createReaders({ secrets: options.secrets, secure: site.url.startsWith("https:"), now });

  app.addHook("onRequest", (request, reply, done) => {
    reply.headers(headersFor(request.url));
    done();
  });
  if (hotReload !== null) {
    app.addHook("onRequest", (request, reply, next) => hotReload(request.raw, reply.raw, next));
  }
  app.setErrorHandler((error, request, reply) => sendProblem(error, request, reply, problemPage));
  refuseUnknownAddresses(app, longestPart);
  logRequests(app);
  cutLateConnections(app);
  if (options.metrics) await openMetrics(app, store, options.metrics);
  warnOfProxies(app, { siteUrl: site.url, trustProxy: trusted });

  const voting = createVoting(
    store.votes,
    readers,
    await createNewReaderLimit(app, options.voteRateLimit, options.elapsed),
  );
  await describeApi(app, site);
  await app.register(healthRoutes, { store });
  await app.register(staticFiles, { clientDir: bundle.clientDir, imagesDir: options.imagesDir });
  await app.register(feedRoutes, { articles, cache, site });
  const cards = createCards({
    dir: options.cardsDir,
    onTrouble: (error) => app.log.warn({ err: error }, "a card could not be kept"),
  });
  app.addHook("onClose", () => cards.close());
  await app.register(cardRoutes, { articles, site, cards });
  await app.register(embedRoutes, { articles, cache, site, security });
  await app.register(pageRoutes, { articles, cache, renderHtml });
  await app.register(voteForm, { articles, voting, renderHtml, siteUrl: site.url });
  await app.register(
    async (api) => {
      api.addHook("onRequest", (_request, reply, done) => {
        reply.header("x-robots-tag", "noindex");
        done();
      });
      await api.register(articleRoutes, { articles, publication, cache });
      await api.register(voteRoutes, { voting, siteUrl: site.url });
    },
    { prefix: "/api" },
  );
  return app;
}

import { prerender } from "react-dom/static";
import { StaticRouter } from "react-router";
import { directionOf } from "#model/languages.ts";
import type { RenderPage } from "#model/page.ts";
import { App } from "./App.tsx";
import { modulesOf } from "./routes.tsx";
import { seedQueries } from "./seed-queries.ts";

/** React draws document metadata in front of everything else when it does not draw the document itself. */
const leadingTags = /^(?:<(?:meta|link)\b[^>]*>|<title\b[^>]*>[^<]*<\/title>)+/;

/** Draws a page as strings, for the server to put into the template. */
export const render: RenderPage = async (page, { path, language }) => {
  const pathname = path.replace(/[?#].*$/, "");
  const { prelude } = await prerender(
    <StaticRouter location={path}>
      <App client={seedQueries(page)} language={language} page={page} pathname={pathname} />
    </StaticRouter>,
    // Nothing is sent out of order: that would take inline scripts, and leave readers without JavaScript with holes.
    { progressiveChunkSize: Number.POSITIVE_INFINITY },
  );
  const html = await new Response(prelude).text();
  const head = leadingTags.exec(html)?.[0] ?? "";
  return {
    lang: language,
    dir: directionOf(language),
    head,
    body: html.slice(head.length),
    modules: modulesOf(path),
  };
};

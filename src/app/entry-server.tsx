import { prerender } from "react-dom/static";
import { StaticRouter } from "react-router";
import type { RenderPage } from "#model/page.ts";
import { App } from "./App.tsx";
import { documentHead } from "./page/document-head.ts";
import { documentParts } from "./page/document-parts.ts";
import { seedQueries } from "./page/seed-queries.ts";
import { structuredData } from "./page/structured-data.ts";
import { localeIn } from "./words/locales.ts";

/** React draws document metadata in front of everything else when it does not draw the document itself. */
const leadingTags = /^(?:<(?:meta|link)\b[^>]*>|<title\b[^>]*>[^<]*<\/title>)+/;

/** Draws a page as strings, for the server to put into the template. */
export const render: RenderPage = async (page, { path, site, language }) => {
  const locale = await localeIn(language);
  const met = page.view === "problem" ? { path: path.replace(/[?#].*$/, ""), problem: page.problem } : null;
  const { prelude } = await prerender(
    <StaticRouter location={path}>
      <App client={seedQueries(page)} locale={locale} met={met} />
    </StaticRouter>,
    // Nothing is sent out of order: that would take inline scripts, and leave readers without JavaScript with holes.
    { progressiveChunkSize: Number.POSITIVE_INFINITY },
  );
  const html = await new Response(prelude).text();
  const lead = leadingTags.exec(html)?.[0] ?? "";
  return {
    lang: language,
    dir: locale.dir,
    head: lead + documentHead(page, site),
    body: html.slice(lead.length),
    tail: structuredData(page, site),
    parts: documentParts(path, language),
  };
};

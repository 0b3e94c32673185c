import { existsSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import { fileURLToPath } from "node:url";
import type { Article } from "#model/article.ts";
import type { Page, RenderPage } from "#model/page.ts";
import type { Permalink, PermalinkState } from "#model/permalink.ts";
import { ProblemError } from "#model/problem.ts";
import { type Answer, applyVote, noVotes, type VoteState } from "#model/vote.ts";
import { storyFixture, summaryOf } from "./story.ts";

const client = fileURLToPath(new URL("../../../dist/client", import.meta.url));
const types: Record<string, string> = {
  js: "text/javascript",
  css: "text/css",
  woff2: "font/woff2",
  svg: "image/svg+xml",
};

/** The built reader over stories of the tests' own: every view, no store. For looking at, and for quick checks. */
export async function serveFixture(
  stories: readonly Article[] = [storyFixture()],
): Promise<{ url: string; close: () => void }> {
  const { render } = (await import(new URL("../../../dist/server/render.js", import.meta.url).href)) as {
    render: RenderPage;
  };
  const template = readFileSync(`${client}/index.html`, "utf8");
  const votes = new Map<string, VoteState>();
  const server = createServer(async (request, response) => {
    const url = new URL(request.url ?? "/", "http://localhost");
    const send = (status: number, type: string, body: string | Buffer) =>
      response.writeHead(status, { "content-type": type }).end(body);
    const file = `${client}${url.pathname}`;
    if (url.pathname.includes(".") && existsSync(file)) {
      send(200, types[url.pathname.split(".").pop() ?? ""] ?? "text/plain", readFileSync(file));
      return;
    }
    const [, slug = "", rest = ""] = /^(?:\/api)?\/articles\/([^/]+)\/?(.*)$/.exec(url.pathname) ?? [];
    const article = stories.find((story) => story.slug === slug);
    let body = "";
    for await (const chunk of request) body += chunk;
    if (rest === "vote" && request.method !== "GET") {
      const wish = url.pathname.startsWith("/api")
        ? request.method === "DELETE"
          ? "withdraw"
          : (JSON.parse(body) as { enjoyed: boolean }).enjoyed
            ? "yes"
            : "no"
        : new URLSearchParams(body).get("enjoyed");
      const answer: Answer | null = wish === "yes" || wish === "no" ? wish : null;
      votes.set(slug, applyVote(votes.get(slug) ?? noVotes, answer));
      if (!url.pathname.startsWith("/api")) {
        response.writeHead(303, { location: url.pathname }).end();
        return;
      }
    }
    const state = votes.get(slug) ?? noVotes;
    if (url.pathname.startsWith("/api")) {
      const json =
        url.pathname === "/api/articles"
          ? { articles: stories.map(summaryOf), next: null }
          : rest === "vote"
            ? state
            : rest === "changes"
              ? []
              : rest.startsWith("quotes/") && article
                ? permalinkOf(article, rest.slice(7))
                : article;
      send(json ? 200 : 404, "application/json", JSON.stringify(json ?? {}));
      return;
    }
    const page: Page =
      url.pathname === "/"
        ? { view: "front", articles: { articles: stories.map(summaryOf), next: null } }
        : article === undefined
          ? { view: "problem", problem: new ProblemError(404, "Not found", "No story here.").problem }
          : rest === "vote"
            ? { view: "vote", article, vote: state }
            : {
                view: "article",
                article,
                changes: [],
                permalink: rest.startsWith("quotes/") ? permalinkOf(article, rest.slice(7)) : null,
              };
    const drawn = await render(page, {
      path: request.url ?? "/",
      site: { url: "http://localhost", name: "Verbatim" },
      locale: "en",
    });
    const data = `<script type="application/json" id="page">${JSON.stringify(page).replaceAll("<", "\\u003c")}</script>`;
    const html = template
      .replace("<!--head-->", () => drawn.head)
      .replace("<!--body-->", () => drawn.body)
      .replace("<!--state-->", () => data);
    send(page.view === "problem" ? 404 : 200, "text/html; charset=utf-8", html);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no address");
  return { url: `http://127.0.0.1:${address.port}`, close: () => server.close() };
}

/** A permalink in the state that its id names: `quote3~edited`. */
export function permalinkOf(article: Article, name: string): Permalink | null {
  const [id = "", state = "verbatim"] = name.split("~") as [string, PermalinkState];
  const quotation = article.quotations.find((one) => one.id === id);
  if (quotation === undefined) return null;
  const [, other = null] = article.speakers;
  const speaker = article.speakers.find((one) => one.id === quotation.speaker) ?? null;
  const event = (
    revision: number,
    kind: "published" | "edited" | "removed" | "reattributed",
    who = speaker,
  ) =>
    ({
      revision,
      date: `2026-10-0${5 + revision}T09:00:00Z`,
      event: kind,
      speaker: who,
      text: quotation.text,
    }) as const;
  const changed = state === "verbatim" || state === "retypeset" ? [] : [event(2, state)];
  return {
    state,
    quotation,
    speaker,
    successor: state === "edited" ? quotation.id : null,
    diff:
      state === "edited"
        ? [
            { op: "equal", text: "A timer " },
            { op: "delete", text: "never looks" },
            { op: "insert", text: "does not look" },
            { op: "equal", text: " at the sea" },
          ]
        : null,
    history: [event(1, "published", state === "reattributed" ? other : speaker), ...changed],
  };
}

import { quotationPath } from "#model/addresses.ts";
import type { Article } from "#model/article.ts";
import type { Site } from "#model/page.ts";
import { type DiffPart, firstSpeaker, lastChange, type Permalink } from "#model/permalink.ts";
import type { Problem } from "#model/problem.ts";
import { embedStyle } from "./embed-style.ts";
import { type Html, html } from "./html.ts";

/** A quotation on another site: one small document without a script. */
export function embedPage(site: Site, article: Article, permalink: Permalink): string {
  const { quotation, speaker } = permalink;
  const address = `${site.url}${quotationPath(article.slug, quotation.id)}`;
  const who = speaker === null ? html`` : html`<p class="who">${speaker.name}${role(speaker.role)}</p>`;
  return whole(
    article.inLanguage,
    `${speaker?.name ?? site.name}: ${quotation.text}`,
    html`
      ${note(permalink)}
      <blockquote cite="${address}">${words(permalink)}</blockquote>
      ${who}
      <footer>
        <a href="${address}" target="_blank" rel="noopener">${article.headline}</a>
        · ${article.publisher ?? site.name}${published(article)}
      </footer>`,
  );
}

/** What a frame shows where there is no such quotation. */
export function embedProblem(site: Site, problem: Problem): string {
  return whole(
    "en",
    problem.title,
    html`<p>${problem.detail}</p>
      <footer><a href="${site.url}/" target="_blank" rel="noopener">${site.name}</a></footer>`,
  );
}

function whole(lang: string, title: string, body: Html): string {
  return html`<!doctype html>
<html lang="${lang}" dir="auto">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${title}</title>
<style>${{ html: embedStyle }}</style>
</head>
<body>${body}</body>
</html>`.html;
}

function role(text: string | null): Html {
  return text === null ? html`` : html`<span>, ${text}</span>`;
}

/** The words between marks; where they were changed, the change itself; where they went, the old ones struck out. */
function words({ state, quotation, diff }: Permalink): Html {
  if (state === "edited" && diff !== null) return html`“${diff.map(part)}”`;
  return state === "removed" ? html`<del>“${quotation.text}”</del>` : html`“${quotation.text}”`;
}

function part({ op, text }: DiffPart): Html {
  switch (op) {
    case "insert":
      return html`<ins>${text}</ins>`;
    case "delete":
      return html`<del>${text}</del>`;
    case "equal":
      return html`${text}`;
  }
}

/** What became of the words since they were shared; nothing where they stand. */
function note(permalink: Permalink): Html {
  const on = day(lastChange(permalink)?.date ?? "");
  switch (permalink.state) {
    case "verbatim":
    case "retypeset":
      return html``;
    case "reattributed": {
      const first = firstSpeaker(permalink);
      const was = first === null ? "" : ` They were first given to ${first.name}.`;
      return said(`Since ${on} these words are attributed to ${permalink.speaker?.name ?? "nobody"}.${was}`);
    }
    case "edited":
      return said(`The story changed these words on ${on}.`);
    case "removed":
      return said(`The story no longer has these words; they went on ${on}.`);
  }
}

const said = (text: string): Html => html`<p class="state" lang="en" dir="ltr">${text}</p>`;

function published({ datePublished }: Article): Html {
  return datePublished === null
    ? html``
    : html`, <time datetime="${datePublished}">${day(datePublished)}</time>`;
}

const dates = new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeZone: "UTC" });

function day(date: string): string {
  const time = Date.parse(date);
  return Number.isNaN(time) ? "a later day" : dates.format(time);
}

import { articlePath, quotationPath } from "#model/addresses.ts";
import type { Article } from "#model/article.ts";
import type { Site } from "#model/page.ts";
import { type DiffPart, type Permalink, quotationTitle } from "#model/permalink.ts";
import type { Problem } from "#model/problem.ts";
import { day, titledAsIs, whatBecame } from "#server/articles/what-became.ts";
import { statementOfPermalink } from "#text/statement.ts";
import { embedDocument } from "./embed-document.ts";
import { type Html, html } from "./html.ts";

/** A quotation on another site: its whole statement, who said it, where it stands. */
export function embedPage(site: Site, article: Article, permalink: Permalink): string {
  const { quotation, speaker } = permalink;
  const address = `${site.url}${quotationPath(article.slug, quotation.id)}`;
  const who = speaker === null ? html`` : html`<p class="who">${speaker.name}${role(speaker.role)}</p>`;
  return embedDocument(
    article.inLanguage,
    titledAsIs(permalink, quotationTitle(speaker, statementOfPermalink(article, permalink).text)),
    html`
      ${note(article, permalink)}
      <blockquote cite="${address}">${words(article, permalink)}</blockquote>
      ${who}
      <footer>
        <a href="${address}" target="_blank" rel="noopener">${article.headline}</a>
        · ${article.publisher ?? site.name}${published(article)}
      </footer>`,
  );
}

/** What a frame shows where there is no such quotation. */
export function embedProblem(site: Site, problem: Problem): string {
  return embedDocument(
    "en",
    problem.title,
    html`<p>${problem.detail}</p>
      <footer>${wayOn(site, problem)}</footer>`,
  );
}

/** To the story where there is one, else to the site. */
function wayOn(site: Site, { story }: Problem): Html {
  const [address, name] =
    story === undefined ? [`${site.url}/`, site.name] : [site.url + articlePath(story.slug), story.headline];
  return html`<a href="${address}" target="_blank" rel="noopener">${name}</a>`;
}

function role(text: string | null): Html {
  return text === null ? html`` : html`<span>, ${text}</span>`;
}

/** The words between marks; where they were changed, the change itself; where they went, the old ones struck out. */
function words(article: Article, permalink: Permalink): Html {
  const { state, diff } = permalink;
  if (state === "edited" && diff !== null) return html`“${diff.map(part)}”`;
  const { text } = statementOfPermalink(article, permalink);
  return state === "edited" || state === "removed" ? html`<del>“${text}”</del>` : html`“${text}”`;
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
function note(article: Article, permalink: Permalink): Html {
  const became = whatBecame(article, permalink);
  return became === null ? html`` : html`<p class="state" lang="en" dir="ltr">${became}</p>`;
}

/** When a story was published, after what comes before it; nothing where it does not say. */
export function published({ datePublished }: Article): Html {
  return datePublished === null
    ? html``
    : html`, <time datetime="${datePublished}">${day(datePublished)}</time>`;
}

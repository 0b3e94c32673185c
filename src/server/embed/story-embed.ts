import { articlePath } from "#model/addresses.ts";
import type { Article, Score, ScoreVoice } from "#model/article.ts";
import type { Site } from "#model/page.ts";
import { scoreOf } from "#model/score.ts";
import { unnamedIn } from "#server/articles/unnamed.ts";
import { embedDocument } from "./embed-document.ts";
import { published } from "./embed-page.ts";
import { type Html, html } from "./html.ts";

/** So many voices are named; a frame has little room. */
export const voicesInEmbed = 6;

/** A story on another site: its headline, picture and score. */
export function storyEmbed(site: Site, article: Article): string {
  const address = `${site.url}${articlePath(article.slug)}`;
  const score = scoreOf(article);
  const voices = score.voices.slice(0, voicesInEmbed);
  return embedDocument(
    article.inLanguage,
    article.headline,
    html`
      ${picture(site, article)}
      <h1><a href="${address}" target="_blank" rel="noopener">${article.headline}</a></h1>
      ${article.description === null ? html`` : html`<p class="standfirst">${article.description}</p>`}
      ${voices.length === 0 ? html`` : html`<ul class="score">${voices.map((voice) => line(score, voice, article.inLanguage))}</ul>`}
      <footer>${article.publisher ?? site.name}${published(article)}</footer>`,
  );
}

function picture(site: Site, { image }: Article): Html {
  if (image === null || image.src === null) return html``;
  const size =
    image.width === null || image.height === null
      ? html``
      : html` width="${image.width}" height="${image.height}"`;
  return html`<img src="${new URL(image.src, `${site.url}/`).href}" alt="${image.alt ?? image.caption ?? ""}"${size}>`;
}

/** One voice: who it is, and where in the story it is heard. */
function line({ length }: Score, { speaker, marks }: ScoreVoice, lang: string): Html {
  const x = (position: number): number => Math.round((position / Math.max(1, length)) * 1000);
  const rects = marks.map(
    ({ start, end }) =>
      html`<rect x="${x(start)}" y="1" width="${Math.max(6, x(end) - x(start))}" height="8"/>`,
  );
  return html`<li><span dir="auto">${speaker?.name ?? unnamedIn(lang)}</span><svg viewBox="0 0 1000 10" preserveAspectRatio="none" aria-hidden="true"><path d="M0 5H1000"/>${rects}</svg></li>`;
}

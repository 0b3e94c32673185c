import { formatDay } from "#app/ui/format.ts";
import type { ReadingWords } from "#app/words/reading-en.ts";
import { cardPath, embedPath, quotationPath } from "#model/addresses.ts";
import type { Article, Quotation, Speaker } from "#model/article.ts";
import { embedHeight, embedWidth } from "#model/embed.ts";
import { quotationTitle } from "#model/permalink.ts";
import { escapeHtml } from "#text/escape-html.ts";
import { statementOf } from "#text/statement.ts";

/** A quotation as it leaves the page. */
export interface SharedQuotation {
  /** Its own address, absolute. */
  readonly url: string;
  readonly title: string;
  /** Words, speaker and story, for a sheet that is given the address beside them. */
  readonly unlinked: string;
  /** The same with the address, for where there is only text. */
  readonly plain: string;
  /** The same for where there is formatted text. */
  readonly rich: string;
  /** A frame for other sites. */
  readonly embed: string;
  readonly card: string;
  /** What the picture is called once it is saved. */
  readonly cardName: string;
}

/** Sets a quotation's whole statement for copying, sharing and embedding: never without its speaker and its link. */
export function sharedQuotation(
  article: Article,
  quotation: Quotation,
  speaker: Speaker | null,
  words: ReadingWords["share"],
  locale: string,
): SharedQuotation {
  const at = (path: string): string => new URL(path, article.url).href;
  const url = at(quotationPath(article.slug, quotation.id));
  const name = speaker?.name ?? words.unknown;
  const who = speaker?.role == null ? name : `${name}, ${speaker.role}`;
  const date = article.datePublished === null ? null : formatDay(article.datePublished, locale);
  const from = words.from(article.headline, article.publisher, date);
  const { text } = statementOf(article, quotation);
  const paragraphs = text.split("\n");
  const said = `“${paragraphs.join("\n“")}”`;
  const title = quotationTitle({ name }, text);
  const unlinked = `${said}\n— ${who}\n${from}`;
  const rich = paragraphs.map((text, index) => {
    const close = index === paragraphs.length - 1 ? "”" : "";
    return `<p>“${escapeHtml(text)}${close}</p>`;
  });
  return {
    url,
    title,
    unlinked,
    plain: `${unlinked}\n${url}`,
    rich: `<blockquote cite="${escapeHtml(url)}">${rich.join("")}</blockquote><p>— ${escapeHtml(who)}, <a href="${escapeHtml(url)}">${escapeHtml(from)}</a></p>`,
    embed: `<iframe src="${escapeHtml(at(embedPath(article.slug, quotation.id)))}" width="${embedWidth}" height="${embedHeight(text.length)}" title="${escapeHtml(title)}" loading="lazy" style="border:0;max-width:100%"></iframe>`,
    card: cardPath(article.slug, quotation.id, article.revision),
    cardName: `${article.slug}-${quotation.id}.png`,
  };
}

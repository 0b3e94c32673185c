import { isSurelyAttributed } from "#app/speaker/voices.ts";
import type { Article, Quotation } from "#model/article.ts";
import { statementOf } from "#text/statement.ts";
import { words } from "#text/words.ts";

/** How many a story's end shows. */
const most = 3;
/** Fewer words hardly say anything, more are not taken in at a glance. */
const fewestWords = 8;
const mostWords = 45;

/** A quotation that stands for the whole story once more. */
export interface StrongQuotation {
  readonly quotation: Quotation;
  /** Its whole statement. */
  readonly text: string;
}

/** A statement with what it is judged by. */
interface Candidate extends StrongQuotation {
  readonly isDirect: boolean;
  readonly length: number;
}

/**
 * The story's strongest quotations, in its order: of each voice one statement
 * at most, and of all voices three.
 *
 * A statement is taken whole, of 8 to 45 words, and only where it is sure whose
 * it is. Whole utterances come before fragments in the reporter's sentence, and
 * then the longer before the shorter: “We kept the ferry through two winters
 * and nobody thanked us” before “a long wait for everybody on the other side”,
 * and that before nothing. Where a story names nobody at all, as in a language
 * that the engine cannot read, nobody's words are as good as any.
 */
export function strongestQuotations(article: Article): readonly StrongQuotation[] {
  const said = statementsOf(article);
  const named = said.filter(({ quotation }) => quotation.speaker !== null && isSurelyAttributed(quotation));
  const isNamed = article.quotations.some(({ speaker }) => speaker !== null);
  const chosen = (isNamed ? oneOfEachVoice(strongestFirst(named)) : strongestFirst(said)).slice(0, most);
  return said.filter((one) => chosen.includes(one)).map(({ quotation, text }) => ({ quotation, text }));
}

/** Every statement of a fitting length by its first piece. */
function statementsOf(article: Article): readonly Candidate[] {
  return article.quotations.flatMap((quotation) => {
    const { text, quotations } = statementOf(article, quotation);
    if (quotations[0] !== quotation) return [];
    const { length } = words(text);
    if (length < fewestWords || length > mostWords) return [];
    return [{ quotation, text, length, isDirect: quotations.every(({ kind }) => kind === "direct") }];
  });
}

const strongestFirst = (candidates: readonly Candidate[]): readonly Candidate[] =>
  candidates.toSorted(
    (one, other) => Number(other.isDirect) - Number(one.isDirect) || other.length - one.length,
  );

/** The first of each speaker. */
function oneOfEachVoice(candidates: readonly Candidate[]): readonly Candidate[] {
  const heard = new Set<string | null>();
  return candidates.filter(({ quotation: { speaker } }) => {
    const isFirst = !heard.has(speaker);
    heard.add(speaker);
    return isFirst;
  });
}

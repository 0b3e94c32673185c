import type { Article, Quotation, Speaker } from "#model/article.ts";
import { initialsOf } from "./initials.ts";

/** How many voices have a colour of their own; those after share one and are told apart by name. */
export const colouredVoices = 12;

/** A speaker as the page shows them: with a place among the story's voices. */
export interface Voice {
  /** The speaker's id; empty for quotations that nobody could be named for. */
  readonly id: string;
  readonly speaker: Speaker | null;
  /** 1 to 12: a colour and a line of their own; 13: one voice too many; 0: not named. */
  readonly number: number;
  /** Short, and no two alike in a story; empty when the speaker is not named. */
  readonly initials: string;
  readonly quotations: readonly Quotation[];
  /** Share of all quoted words, 0 to 1. */
  readonly share: number;
}

const known = new WeakMap<object, readonly Voice[]>();

/** The story's voices in order of first quotation; the one that nobody could be named for comes last. */
export function voicesOf(article: Pick<Article, "speakers" | "quotations">): readonly Voice[] {
  const found = known.get(article) ?? gather(article);
  known.set(article, found);
  return found;
}

function gather({ speakers, quotations }: Pick<Article, "speakers" | "quotations">): readonly Voice[] {
  const length = (some: readonly Quotation[]): number => some.reduce((sum, { text }) => sum + text.length, 0);
  const total = Math.max(1, length(quotations));
  const heard = speakers.filter(({ id }) => quotations.some(({ speaker }) => speaker === id));
  const initials = initialsOf(heard);
  const voice = (speaker: Speaker | null, number: number, letters: string): Voice => {
    const own = quotations.filter((quotation) => quotation.speaker === (speaker?.id ?? null));
    return {
      id: speaker?.id ?? "",
      speaker,
      number,
      initials: letters,
      quotations: own,
      share: length(own) / total,
    };
  };
  const named = heard.map((speaker, index) =>
    voice(speaker, Math.min(index, colouredVoices) + 1, initials[index] ?? ""),
  );
  const nobody = voice(null, 0, "");
  return nobody.quotations.length === 0 ? named : [...named, nobody];
}

/** The voice that a quotation belongs to. */
export function voiceOf(
  article: Pick<Article, "speakers" | "quotations">,
  quotation: Quotation,
): Voice | null {
  return voicesOf(article).find(({ speaker }) => (speaker?.id ?? null) === quotation.speaker) ?? null;
}

/** Whether it is beyond doubt whose words they are: an editor decided it, or the engine was sure. */
export const isSurelyAttributed = ({
  attributedBy,
  confidence,
}: Pick<Quotation, "attributedBy" | "confidence">): boolean => attributedBy === "editor" || confidence >= 0.6;

import { useQueryClient } from "@tanstack/react-query";
import { use } from "react";
import { toasts } from "#app/share/toasts.ts";
import { voiceOf } from "#app/speaker/voices.ts";
import { PrefetchContext } from "#app/ui/SiteLink.tsx";
import { useReadingWords } from "#app/words/reading-words.ts";
import { quotationPath, savedPath } from "#model/addresses.ts";
import type { Article, Quotation } from "#model/article.ts";
import { statementOf } from "#text/statement.ts";
import { type SavedQuotation, savedQuotations, useSavedQuotations } from "./saved-quotations.ts";

/** A quotation of a story, as it is kept. */
function savedOf(article: Article, quotation: Quotation, now: Date): SavedQuotation {
  const { slug, headline, publisher, datePublished, inLanguage } = article;
  const voice = voiceOf(article, quotation);
  const { text, quotations } = statementOf(article, quotation);
  const speaker = voice?.speaker ?? null;
  return {
    slug,
    id: quotation.id,
    pieces: quotations.map(({ id }) => id),
    text,
    speaker: speaker === null ? null : { name: speaker.name, role: speaker.role },
    voice: voice?.number ?? 0,
    headline,
    publisher,
    datePublished,
    inLanguage,
    url: new URL(quotationPath(slug, quotation.id), article.url).href,
    savedAt: now.toISOString(),
  };
}

/** What can be done with a story's quotations for later. */
export interface Keeping {
  /** Whether a quotation, or another piece of its statement, is kept. */
  readonly isKept: (quotation: Quotation) => boolean;
  /** Keeps its statement or lets it go, and says so. */
  readonly toggle: (quotation: Quotation) => void;
}

/** Keeping a story's quotations on this device. */
export function useKeeping(article: Article): Keeping {
  const client = useQueryClient();
  const prefetch = use(PrefetchContext);
  const words = useReadingWords().saved;
  const saved = useSavedQuotations();
  const keptAt = ({ id }: Quotation): SavedQuotation | undefined =>
    saved.find(({ slug, pieces }) => slug === article.slug && pieces.includes(id));

  const toggle = (quotation: Quotation): void => {
    const kept = keptAt(quotation);
    if (kept !== undefined) {
      savedQuotations.remove(kept);
      toasts.show(words.letGo);
      return;
    }
    const isStored = savedQuotations.keep(savedOf(article, quotation, new Date()));
    toasts.show(isStored ? words.kept : words.full);
    // From now on its page may be wanted without a network: the worker keeps what is fetched.
    prefetch(client, savedPath);
    fetch(savedPath).catch(() => undefined);
  };
  return { isKept: (quotation) => keptAt(quotation) !== undefined, toggle };
}

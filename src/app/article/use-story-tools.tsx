import { type MouseEvent, type ReactNode, type SyntheticEvent, useEffect, useState } from "react";
import { Optional } from "#app/ui/ErrorBoundary.tsx";
import { lazyWithPreload } from "#app/ui/lazy.ts";
import { readingWordsIn } from "#app/words/reading-words.ts";
import { useLocale } from "#app/words/words.ts";
import { quotationPath } from "#model/addresses.ts";
import type { Article } from "#model/article.ts";
import type { Choose } from "./use-lens.ts";

/** What is open beside the story: a quotation's note, the bar that steps through quotations, or the list of keys. */
export interface Tool {
  readonly kind: "note" | "bar" | "keys";
  readonly quotation: string | null;
  readonly anchor: HTMLElement | null;
}

const StoryTools = lazyWithPreload(() => import("./StoryTools.tsx").then((module) => module.StoryTools));

const keys = new Set(["j", "k", "J", "K", "?"]);

/** Keys are for reading: never while somebody types, holds a modifier, or has turned them off. */
function isForUs(event: KeyboardEvent): boolean {
  if (!keys.has(event.key) || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented)
    return false;
  if (document.documentElement.dataset.keys === "off" && event.key !== "?") return false;
  const target = event.target instanceof HTMLElement ? event.target : null;
  return target?.closest("input, textarea, select, [contenteditable]") == null;
}

/** A quotation's control, or its name in the margin, that an event happened on; null where it happened on neither. */
const controlOf = ({ target }: SyntheticEvent): HTMLElement | null =>
  target instanceof Element ? target.closest<HTMLElement>("[data-q], [data-cue]") : null;

/** What the story's element hears, for all of its quotations at once. */
interface Reach {
  readonly onClick: (event: MouseEvent) => void;
  readonly onPointerOver: (event: SyntheticEvent) => void;
  readonly onFocus: (event: SyntheticEvent) => void;
}

/**
 * The reading tools, fetched when first wanted: they cost those who only read
 * nothing but a few listeners. Where they do not come, the quotation's own page does.
 */
export function useStoryTools(
  article: Article,
  lens: ReadonlySet<string>,
  choose: Choose,
): { readonly reach: Reach; readonly view: ReactNode } {
  const [tool, setTool] = useState<Tool | null>(null);
  const [pressed, setPressed] = useState<string | null>(null);
  const { language } = useLocale();

  useEffect(() => {
    const listen = (event: KeyboardEvent): void => {
      if (!isForUs(event)) return;
      event.preventDefault();
      setPressed(event.key);
    };
    addEventListener("keydown", listen);
    return () => removeEventListener("keydown", listen);
  }, []);

  const load = () => Promise.all([StoryTools.preload(), readingWordsIn(language)]);
  const prepare = (event: SyntheticEvent): void => {
    if (controlOf(event) !== null) load().catch(() => undefined);
  };
  const open = (event: MouseEvent): void => {
    const control = controlOf(event);
    const quotation = control?.dataset.q ?? control?.dataset.cue;
    if (quotation === undefined) return;
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    load().then(
      () => setTool({ kind: "note", quotation, anchor: control }),
      () => location.assign(quotationPath(article.slug, quotation)),
    );
  };

  const wanted = tool !== null || pressed !== null || lens.size > 0;
  const view = wanted ? (
    <Optional>
      <StoryTools
        article={article}
        lens={lens}
        choose={choose}
        tool={tool}
        setTool={setTool}
        pressed={pressed}
        handled={() => setPressed(null)}
      />
    </Optional>
  ) : null;
  return { reach: { onClick: open, onPointerOver: prepare, onFocus: prepare }, view };
}

import { type ReactNode, Suspense, useCallback, useEffect, useState } from "react";
import { late } from "#app/ui/late.ts";
import { readingWordsIn } from "#app/words/reading-words.ts";
import { useLocale } from "#app/words/words.ts";
import { quotationPath } from "#model/addresses.ts";
import type { Article } from "#model/article.ts";
import type { Tool } from "./tool.ts";
import type { Choose } from "./use-lens.ts";

const loadTools = () => import("./StoryTools.tsx").then((module) => module.StoryTools);
const StoryTools = late(loadTools);

const keys = new Set(["j", "k", "J", "K", "?"]);

/** Keys are for reading: never while somebody types, holds a modifier, or has turned them off. */
function isForUs(event: KeyboardEvent): boolean {
  if (!keys.has(event.key) || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented)
    return false;
  if (document.documentElement.dataset.keys === "off" && event.key !== "?") return false;
  const target = event.target instanceof HTMLElement ? event.target : null;
  return target?.closest("input, textarea, select, [contenteditable]") == null;
}

/**
 * The reading tools, fetched when first wanted: they cost those who only read
 * nothing but one listener. Where they do not come, the quotation's own page does.
 */
export function useStoryTools(
  article: Article,
  lens: ReadonlySet<string>,
  choose: Choose,
): { open: (quotation: string, anchor: HTMLElement) => void; prepare: () => void; view: ReactNode } {
  const [tool, setTool] = useState<Tool | null>(null);
  const [pressed, setPressed] = useState<string | null>(null);
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => {
      if (!isForUs(event)) return;
      event.preventDefault();
      setPressed(event.key);
    };
    addEventListener("keydown", listen);
    return () => removeEventListener("keydown", listen);
  }, []);
  const { slug } = article;
  const { language } = useLocale();
  const load = useCallback(() => Promise.all([loadTools(), readingWordsIn(language)]), [language]);
  const prepare = useCallback(() => void load().catch(() => undefined), [load]);
  const open = useCallback(
    (quotation: string, anchor: HTMLElement) =>
      void load().then(
        () => setTool({ kind: "note", quotation, anchor }),
        () => location.assign(quotationPath(slug, quotation)),
      ),
    [load, slug],
  );
  const wanted = tool !== null || pressed !== null || lens.size > 0;
  const view = wanted ? (
    <Suspense>
      <StoryTools
        article={article}
        lens={lens}
        choose={choose}
        tool={tool}
        setTool={setTool}
        pressed={pressed}
        handled={() => setPressed(null)}
      />
    </Suspense>
  ) : null;
  return { open, prepare, view };
}

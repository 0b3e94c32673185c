import {
  type MouseEvent,
  type ReactNode,
  type SyntheticEvent,
  useCallback,
  useEffect,
  useState,
} from "react";
import { useHint } from "#app/quotation/use-hint.ts";
import { Optional } from "#app/ui/ErrorBoundary.tsx";
import { lazyWithPreload } from "#app/ui/lazy.ts";
import { readingWordsIn } from "#app/words/reading-words.ts";
import { useLocale } from "#app/words/words.ts";
import { quotationPath } from "#model/addresses.ts";
import type { Article } from "#model/article.ts";
import { isReadingKey } from "./reading-keys.ts";
import { isBarOpen, type KeyPress, type Tool } from "./tool.ts";
import type { Choose } from "./use-lens.ts";

const StoryTools = lazyWithPreload(() => import("./StoryTools.tsx").then((module) => module.StoryTools));

/**
 * The quotation that an event happened on, by its words, its control or its
 * name in the margin; null where it happened on none. A link among the words
 * stays a link.
 */
function quotationAt({ target }: SyntheticEvent): { quotation: string; anchor: HTMLElement } | null {
  if (!(target instanceof Element)) return null;
  const anchor = target.closest<HTMLElement>("[data-q], [data-cue], [data-quotation]");
  if (anchor === null || target.closest("a[href]:not([data-q])") !== null) return null;
  const quotation = anchor.dataset.q ?? anchor.dataset.cue ?? anchor.dataset.quotation ?? "";
  return { quotation, anchor };
}

/** Whether a click ended a drag over words: the reader selects them, and wants nothing else. */
function isSelecting(words: Element): boolean {
  const selection = getSelection();
  return selection !== null && !selection.isCollapsed && selection.containsNode(words, true);
}

/** What the story's element hears, for all of its quotations at once. */
interface Reach {
  readonly onClick: (event: MouseEvent) => void;
  readonly onPointerOver: (event: SyntheticEvent) => void;
  readonly onFocus: (event: SyntheticEvent) => void;
}

/**
 * The reading tools, fetched when first wanted: they cost those who only read
 * nothing but a few listeners. Where they do not come, the quotation's own page does.
 *
 * @param linked the quotation that the address points to, which is where the reader is until they step on
 * @returns `marked`: the quotation that an open tool is about
 */
export function useStoryTools(
  article: Article,
  lens: ReadonlySet<string>,
  choose: Choose,
  linked: string | null,
): {
  readonly reach: Reach;
  readonly view: ReactNode;
  readonly marked: string | null;
  readonly openKeys: () => void;
} {
  const [tool, setTool] = useState<Tool | null>(null);
  const [current, setCurrent] = useState(linked);
  const [followed, setFollowed] = useState(linked);
  // Those pressed while the tools are still on their way wait for them.
  const [pressed, setPressed] = useState<readonly KeyPress[]>([]);
  const { language } = useLocale();
  if (linked !== followed) {
    setFollowed(linked);
    setCurrent(linked);
  }

  const press = useCallback((key: string) => setPressed((waiting) => [...waiting, { key }]), []);
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => {
      if (!isReadingKey(event, current !== null)) return;
      event.preventDefault();
      press(event.key);
    };
    addEventListener("keydown", listen);
    return () => removeEventListener("keydown", listen);
  }, [current, press]);

  const load = () => Promise.all([StoryTools.preload(), readingWordsIn(language)]);
  useHint(article.quotations.length > 0 && tool === null && lens.size === 0, () => {
    load().then(
      () => setTool((open) => open ?? { kind: "hint", anchor: null }),
      () => undefined,
    );
  });
  const prepare = (event: SyntheticEvent): void => {
    if (quotationAt(event) !== null) load().catch(() => undefined);
  };
  const open = (event: MouseEvent): void => {
    const at = quotationAt(event);
    if (at === null || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    const { quotation, anchor } = at;
    if (anchor.dataset.quotation !== undefined && isSelecting(anchor)) return;
    event.preventDefault();
    load().then(
      () => {
        setCurrent(quotation);
        setTool({ kind: "note", anchor });
      },
      () => location.assign(quotationPath(article.slug, quotation)),
    );
  };

  const wanted = tool !== null || pressed.length > 0 || lens.size > 0;
  const view = wanted ? (
    <Optional>
      <StoryTools
        article={article}
        lens={lens}
        choose={choose}
        tool={tool}
        setTool={setTool}
        current={current}
        setCurrent={setCurrent}
        pressed={pressed[0] ?? null}
        handled={(one) => setPressed((waiting) => waiting.filter((other) => other !== one))}
      />
    </Optional>
  ) : null;
  return {
    reach: { onClick: open, onPointerOver: prepare, onFocus: prepare },
    view,
    marked: tool?.kind === "note" || isBarOpen(tool, lens) ? current : null,
    openKeys: () => press("?"),
  };
}

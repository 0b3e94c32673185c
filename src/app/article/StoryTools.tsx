import { useCallback, useEffect, useState } from "react";
import { QuotationNote } from "#app/quotation/QuotationNote.tsx";
import { StepBar } from "#app/quotation/StepBar.tsx";
import { voiceOf, voicesOf } from "#app/speaker/voices.ts";
import { useReadingWords } from "#app/words/reading-words.ts";
import { useWords } from "#app/words/words.ts";
import { quotationElementId } from "#model/addresses.ts";
import type { Article, Quotation } from "#model/article.ts";
import { KeysDialog } from "./KeysDialog.tsx";
import type { Choose } from "./use-lens.ts";
import type { Tool } from "./use-story-tools.tsx";

/** The quotation whose first words stand nearest below the top of the view; -1 before any. */
function lastPassed(quotations: readonly Quotation[]): number {
  return quotations.findLastIndex(({ id }) => {
    const top = document.getElementById(quotationElementId(id))?.getBoundingClientRect().top;
    return top !== undefined && top < innerHeight * 0.3;
  });
}

/** Goes to a quotation: its words into the upper third, focus on them. */
export function goTo(quotation: string): void {
  const words = document.getElementById(quotationElementId(quotation));
  const still =
    matchMedia("(prefers-reduced-motion: reduce)").matches ||
    document.documentElement.dataset.motion === "off";
  words?.scrollIntoView({ block: "center", behavior: still ? "instant" : "smooth" });
  words?.focus({ preventScroll: true });
}

/** The note at a quotation, the bar that steps through quotations, the list of keys: whichever is open. */
export function StoryTools({
  article,
  lens,
  choose,
  tool,
  setTool,
  pressed,
  handled,
}: {
  readonly article: Article;
  readonly lens: ReadonlySet<string>;
  readonly choose: Choose;
  readonly tool: Tool | null;
  readonly setTool: (tool: Tool | null) => void;
  readonly pressed: string | null;
  readonly handled: () => void;
}) {
  const words = useWords();
  const reading = useReadingWords();
  const [said, setSaid] = useState("");
  const heard =
    lens.size === 0
      ? article.quotations
      : article.quotations.filter(({ speaker }) => lens.has(speaker ?? ""));

  const go = useCallback(
    (among: readonly Quotation[], index: number) => {
      const quotation = among[(index + among.length) % among.length];
      if (quotation === undefined) return;
      const name = voiceOf(article, quotation)?.speaker?.name ?? words.voices.unknown;
      setSaid(reading.quotation.announced(among.indexOf(quotation) + 1, among.length, name));
      setTool({ kind: "bar", quotation: quotation.id, anchor: null });
      goTo(quotation.id);
    },
    [article, setTool, words, reading],
  );

  const step = (direction: 1 | -1, ofVoice: boolean): void => {
    const current = article.quotations.find(({ id }) => id === tool?.quotation);
    const voice = current ?? article.quotations[lastPassed(article.quotations)];
    const among =
      ofVoice && voice ? article.quotations.filter(({ speaker }) => speaker === voice.speaker) : heard;
    const at =
      current && among.includes(current)
        ? among.indexOf(current)
        : lastPassed(among) + (direction === 1 ? 0 : 1);
    go(among, at + direction);
  };

  useEffect(() => {
    if (pressed === null) return;
    handled();
    if (pressed === "?") setTool({ kind: "keys", quotation: null, anchor: null });
    else step(pressed.toLowerCase() === "j" ? 1 : -1, pressed === pressed.toUpperCase());
  });

  const current = article.quotations.find(({ id }) => id === tool?.quotation) ?? null;
  const close = (): void => {
    setTool(null);
    tool?.anchor?.focus({ preventScroll: true });
  };
  return (
    <>
      <p role="status" className="vh">
        {said}
      </p>
      {tool?.kind === "note" && current !== null ? (
        <QuotationNote
          key={current.id}
          article={article}
          quotation={current}
          voice={voiceOf(article, current)}
          anchor={tool.anchor}
          lens={lens}
          choose={choose}
          go={go}
          close={close}
        />
      ) : null}
      {tool?.kind === "keys" ? <KeysDialog close={close} /> : null}
      {tool?.kind === "bar" || (tool === null && lens.size > 0) ? (
        <StepBar
          heard={heard}
          current={current}
          voice={current === null ? null : voiceOf(article, current)}
          chosen={voicesOf(article).filter(({ id }) => lens.has(id))}
          step={(direction) => step(direction, false)}
          close={() => {
            choose([]);
            setTool(null);
          }}
        />
      ) : null}
    </>
  );
}

import { useEffect, useState } from "react";
import { Hint } from "#app/quotation/Hint.tsx";
import { QuotationNote } from "#app/quotation/QuotationNote.tsx";
import { StepBar } from "#app/quotation/StepBar.tsx";
import { useKeeping } from "#app/saved/use-keeping.ts";
import { sharingOf } from "#app/share/sharing-of.ts";
import { toasts } from "#app/share/toasts.ts";
import { spokenNameOf } from "#app/speaker/names.ts";
import { voiceOf, voicesOf } from "#app/speaker/voices.ts";
import { useReadingWords } from "#app/words/reading-words.ts";
import { useLocale } from "#app/words/words.ts";
import type { Article, Quotation } from "#model/article.ts";
import { KeysDialog } from "./KeysDialog.tsx";
import { goTo, isInView, lastPassed, wordsOf } from "./quotations-in-view.ts";
import { isBarOpen, type KeyPress, type Tool } from "./tool.ts";
import type { Choose } from "./use-lens.ts";

/** The note at a quotation, the bar that steps through quotations, the list of keys, the first hint: whichever is open. */
export function StoryTools({
  article,
  lens,
  choose,
  tool,
  setTool,
  current,
  setCurrent,
  pressed,
  handled,
}: {
  readonly article: Article;
  readonly lens: ReadonlySet<string>;
  readonly choose: Choose;
  readonly tool: Tool | null;
  readonly setTool: (next: Tool | null | ((open: Tool | null) => Tool | null)) => void;
  /** The quotation where the reader is. */
  readonly current: string | null;
  readonly setCurrent: (quotation: string) => void;
  readonly pressed: KeyPress | null;
  readonly handled: (press: KeyPress) => void;
}) {
  const { tag, words } = useLocale();
  const reading = useReadingWords();
  const keeping = useKeeping(article);
  const [said, setSaid] = useState("");
  const here = article.quotations.find(({ id }) => id === current) ?? null;
  const voice = here === null ? null : voiceOf(article, here);
  const heard =
    lens.size === 0
      ? article.quotations
      : article.quotations.filter(({ speaker }) => lens.has(speaker ?? ""));
  const isNoteOpen = tool?.kind === "note" && here !== null;

  /** Goes to one of these quotations, with the note or the bar as it stands; past the last and the first it says so. */
  const go = (among: readonly Quotation[], index: number, byKey: boolean): void => {
    const quotation = among[index];
    if (quotation === undefined) {
      toasts.show(index < 0 ? reading.quotation.isFirst : reading.quotation.isLast);
      return;
    }
    const name = spokenNameOf(article, quotation, words.voices);
    setSaid(reading.quotation.announced(index + 1, among.length, name));
    setCurrent(quotation.id);
    if (!isNoteOpen) setTool({ kind: "bar", anchor: null });
    goTo(quotation.id, { isPlaced: isNoteOpen, takesFocus: byKey && !isNoteOpen });
  };

  const step = (direction: 1 | -1, ofVoice: boolean, byKey: boolean): void => {
    const isStepping = tool?.kind === "note" || tool?.kind === "bar";
    const from = here !== null && (isStepping || isInView(here)) ? here : null;
    const speaks = from ?? article.quotations[lastPassed(article.quotations)];
    const among =
      ofVoice && speaks ? article.quotations.filter(({ speaker }) => speaker === speaks.speaker) : heard;
    const at =
      from !== null && among.includes(from)
        ? among.indexOf(from)
        : lastPassed(among) + (direction === 1 ? 0 : 1);
    go(among, at + direction, byKey);
  };

  const press = (key: string): void => {
    if (key === "?") setTool({ kind: "keys", anchor: null });
    else if (key.toLowerCase() === "j") step(1, key === "J", true);
    else if (key.toLowerCase() === "k") step(-1, key === "K", true);
    else if (here === null) return;
    else if (key === "b") keeping.toggle(here);
    else if (key === "Enter") setTool({ kind: "note", anchor: wordsOf(here.id) });
    else {
      const { copyWords, share } = sharingOf(article, here, voice?.speaker ?? null, reading.share, tag);
      void (key === "c" ? copyWords() : share());
    }
  };

  useEffect(() => {
    if (pressed === null) return;
    handled(pressed);
    press(pressed.key);
  });

  /** Closes what was open, unless something else has been opened since. */
  const close = (): void => setTool((open) => (open === tool ? null : open));
  return (
    <>
      <p role="status" className="vh">
        {said}
      </p>
      {isNoteOpen ? (
        <QuotationNote
          article={article}
          quotation={here}
          voice={voice}
          anchor={tool.anchor}
          lens={lens}
          choose={choose}
          keeping={keeping}
          go={(among, index) => go(among, index, false)}
          close={close}
        />
      ) : null}
      {tool?.kind === "keys" ? <KeysDialog close={close} /> : null}
      {tool?.kind === "hint" && lens.size === 0 ? <Hint close={close} /> : null}
      {isBarOpen(tool, lens) ? (
        <StepBar
          lang={article.inLanguage}
          heard={heard}
          current={here}
          voice={voice}
          chosen={voicesOf(article).filter(({ id }) => lens.has(id))}
          step={(direction) => step(direction, false, false)}
          close={() => {
            choose([]);
            close();
          }}
        />
      ) : null}
    </>
  );
}

import type { ReactElement } from "react";
import { unnamedIn } from "#server/articles/unnamed.ts";
import { type Card, type CardMark, cardHeight, cardWidth } from "./card.ts";
import { hairline, ink, paper, quietInk, voiceColour } from "./card-colours.ts";
import { type CardWords, quoted, readsRightToLeft } from "./card-words.ts";

const margin = 64;
const staffTop = 556;
export const innerWidth = cardWidth - 2 * margin;

/** Where the words stand: between the lines above and the speaker's name. */
export const wordsBoxOf = ({ became }: Pick<Card, "became">): { width: number; height: number } => ({
  width: innerWidth,
  height: became === null ? 284 : 284 - becameHeight,
});
const becameHeight = 84;

const serif = "serif, arabic, hebrew, emoji";
const sans = "sans, arabic, hebrew, emoji";

type Style = Readonly<Record<string, string | number>>;

/** What satori draws: React's elements without React. */
function box(style: Style, children: readonly ReactElement[] | string, id?: string): ReactElement {
  return { type: "div", key: null, props: { id, style: { display: "flex", ...style }, children } };
}

/**
 * Sets a card: publication, date and headline above, what became of the words,
 * the words in the story's face, who said them, the address to read on at, and
 * the story's score with these words' place in it.
 */
export function layOut(card: Card, words: CardWords | null, size: number): ReactElement {
  const colour = voiceColour(card.voice);
  const rtl = words !== null && readsRightToLeft(words.text);
  const note =
    words === null
      ? "Read these words in the story."
      : words.shortened
        ? "Shortened. The whole stands in the story."
        : "";
  const beside = note !== "";
  const room = wordsBoxOf(card);
  return box(
    {
      width: "100%",
      height: "100%",
      boxSizing: "border-box",
      padding: `${margin - 16}px ${margin}px 0`,
      flexDirection: "column",
      background: paper,
      color: ink,
      fontFamily: sans,
      position: "relative",
    },
    [
      box({ justifyContent: "space-between", fontSize: 26, color: quietInk }, [
        box({ fontWeight: 600, color: ink, maxWidth: 700 }, oneLine(card.publication, 52)),
        box({}, card.date ?? ""),
      ]),
      box(
        { ...line, fontSize: 24, color: quietInk, marginBottom: 20, height: 32 },
        oneLine(card.headline, 88),
      ),
      ...(card.became === null ? [] : [becameNote(card.became)]),
      box(
        {
          width: room.width,
          height: room.height,
          alignItems: "center",
          justifyContent: rtl ? "flex-end" : "flex-start",
        },
        [
          box(
            {
              fontFamily: serif,
              fontSize: size,
              lineHeight: 1.3,
              width: room.width,
              direction: rtl ? "rtl" : "ltr",
              wordBreak: "break-word",
              ...(card.struck ? { textDecoration: "line-through", color: quietInk } : {}),
            },
            words === null ? "“…”" : quoted(words.text, card.lang),
            wordsId,
          ),
        ],
      ),
      box({ marginTop: 14, alignItems: "center", justifyContent: "space-between" }, [
        box({ alignItems: "center" }, [
          box({ width: 44, height: 5, background: colour, marginRight: 18 }, ""),
          box({ flexDirection: "column" }, [
            ...nameAndRole(card.speaker ?? unnamedIn(card.lang), card.role ?? "", colour, beside),
          ]),
        ]),
        box({ fontSize: 21, color: quietInk, marginLeft: 24, flexShrink: 0 }, note),
      ]),
      addressLine(card.address),
      staff(card.marks),
    ],
  );
}

/** What became of the words, before anybody reads them. */
function becameNote(became: string): ReactElement {
  return box(
    {
      height: becameHeight - 16,
      marginBottom: 16,
      paddingLeft: 18,
      alignItems: "center",
      borderLeft: `6px solid ${ink}`,
      fontSize: became.length > 90 ? 22 : 26,
      lineHeight: 1.3,
      fontWeight: 600,
    },
    became,
  );
}

/** An address is of use whole or not at all: where it has no room, the site's own stands. */
function addressLine(address: string): ReactElement {
  const fontSize = address.length <= 96 ? 20 : 15;
  const shown = address.length <= 132 ? address : address.replace(/\/.*$/u, "");
  return box(
    { ...line, position: "absolute", left: margin, top: staffTop - 32, fontSize, color: quietInk },
    shown,
  );
}

export const wordsId = "words";

/** Faces of other scripts are taller: a line is as high as ours, or it would run into the score. */
const line: Style = { lineHeight: 1.3, whiteSpace: "nowrap" };

/** A long name is set smaller, a longer one on two lines, before it is cut; beside a note there is less room. */
function nameAndRole(name: string, role: string, color: string, beside: boolean): readonly ReactElement[] {
  const [large, small, longest, width] = beside ? [34, 44, 100, 580] : [58, 76, 170, 980];
  const isLong = name.length > small;
  const nameStyle: Style = isLong
    ? { fontSize: 20, lineHeight: 1.25, maxWidth: width, wordBreak: "break-word" }
    : { ...line, fontSize: name.length <= large ? 32 : 26 };
  return [
    box({ ...nameStyle, fontWeight: 600, color }, oneLine(name, longest)),
    box({ ...line, fontSize: isLong ? 18 : 24, color: quietInk }, oneLine(role, beside ? 48 : 80)),
  ];
}

/** The score as an ornament: a line a voice, these words standing out. */
function staff(marks: readonly CardMark[]): ReactElement {
  const lines = Math.max(1, ...marks.map(({ line }) => line + 1));
  const step = Math.min(12, 44 / lines);
  const rules = Array.from({ length: lines }, (_, line) =>
    box(
      {
        position: "absolute",
        left: 0,
        top: line * step + step / 2,
        width: innerWidth,
        height: 1,
        background: hairline,
      },
      "",
    ),
  );
  const notes = marks.map(({ start, end, line, voice, linked }) => {
    const height = Math.max(3, step - 4) + (linked ? 6 : 0);
    return box(
      {
        position: "absolute",
        left: start * innerWidth,
        width: Math.max(linked ? 6 : 3, (end - start) * innerWidth),
        top: line * step + step / 2 - height / 2,
        height,
        background: voiceColour(voice),
        opacity: linked ? 1 : 0.35,
      },
      "",
    );
  });
  return box(
    { position: "absolute", left: margin, top: staffTop, width: innerWidth, height: cardHeight - staffTop },
    [...rules, ...notes],
  );
}

/** Text that is cut at a word where it is longer than its place. */
function oneLine(text: string, longest: number): string {
  const plain = text.replace(/\s+/g, " ").trim();
  if (plain.length <= longest) return plain;
  const cut = plain.lastIndexOf(" ", longest - 1);
  return `${plain.slice(0, cut > longest / 2 ? cut : longest - 1)}…`;
}

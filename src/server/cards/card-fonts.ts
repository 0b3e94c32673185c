import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

/** A face as satori takes it. */
export interface CardFont {
  readonly name: string;
  readonly weight: 400 | 600;
  readonly style: "normal";
  readonly data: Buffer;
}

const require = createRequire(import.meta.url);

function face(name: string, pack: string, subset: string, weight: 400 | 600): CardFont {
  const file = `@fontsource/${pack}/files/${pack}-${subset}-${weight}-normal.woff`;
  return { name, weight, style: "normal", data: readFileSync(require.resolve(file)) };
}

const subsets = ["latin", "latin-ext", "cyrillic", "greek", "vietnamese"] as const;

/** The ranges of Unicode that a face has in a subset: “U+0400-045F,U+0490-0491”. */
const rangesOf = (pack: string, subset: string): string =>
  (require(`@fontsource/${pack}/unicode.json`) as Record<string, string>)[subset] ?? "";

const ranges = [
  ...subsets.map((subset) => rangesOf("source-serif-4", subset)),
  rangesOf("noto-sans-arabic", "arabic"),
  rangesOf("noto-sans-hebrew", "hebrew"),
]
  .join(",")
  .replace(/U\+([0-9A-F]+)(?:-([0-9A-F]+))?,?/gi, (_, from: string, to: string | undefined) =>
    to === undefined ? `\\u{${from}}` : `\\u{${from}}-\\u{${to}}`,
  );
const known = new RegExp(`^[\\s\\p{Extended_Pictographic}\\p{Emoji_Component}${ranges}]*$`, "u");

/** Whether the faces have every character of a text; one that they lack would be an empty box. */
export const isLegible = (text: string): boolean => known.test(text.normalize("NFC"));

/**
 * The reader's own faces, and plain ones for scripts that they lack. satori looks
 * through all of them for each character, so each subset has a family of its own.
 */
export function readCardFonts(): readonly CardFont[] {
  return [
    ...subsets.map((subset) =>
      face(subset === "latin" ? "serif" : `serif ${subset}`, "source-serif-4", subset, 400),
    ),
    ...subsets.flatMap((subset) => {
      const name = subset === "latin" ? "sans" : `sans ${subset}`;
      return [face(name, "source-sans-3", subset, 400), face(name, "source-sans-3", subset, 600)];
    }),
    face("arabic", "noto-sans-arabic", "arabic", 400),
    face("hebrew", "noto-sans-hebrew", "hebrew", 400),
    face("emoji", "noto-emoji", "emoji", 400),
  ];
}

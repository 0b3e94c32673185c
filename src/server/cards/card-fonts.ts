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

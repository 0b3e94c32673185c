import { Buffer } from "node:buffer";
import subsetFont from "subset-font";
import type { Plugin } from "vite";

/** Basic Latin, Latin-1 and the punctuation of newspapers: what the first view of nearly every story needs. */
const latin = `${characters([0x20, 0x7e], [0xa0, 0xff], [0x131, 0x131], [0x152, 0x153], [0x2010, 0x2044])}€™−`;

const weights = { wght: { min: 400, max: 700 } };

/**
 * Cuts the first-paint faces down to the characters and weights that the page
 * uses. The files for other alphabets are left whole: browsers fetch them only
 * for stories that need them.
 */
export function subsetFonts(): Plugin {
  return {
    name: "verbatim:subset-fonts",
    apply: "build",
    async generateBundle(_, bundle) {
      for (const asset of Object.values(bundle)) {
        if (asset.type !== "asset" || !/-latin-wght-.*\.woff2$/.test(asset.fileName)) continue;
        asset.source = await subsetFont(Buffer.from(asset.source), latin, {
          targetFormat: "woff2",
          variationAxes: weights,
        });
      }
    },
  };
}

function characters(...ranges: readonly (readonly [first: number, last: number])[]): string {
  return ranges
    .flatMap(([first, last]) => Array.from({ length: last - first + 1 }, (_, step) => first + step))
    .map((code) => String.fromCodePoint(code))
    .join("");
}

/** Windows-1252’s letters where Latin-1 has controls: https://encoding.spec.whatwg.org/index-windows-1252.txt. */
const windows1252 = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";
const byteOf: ReadonlyMap<string, number> = new Map([
  ...Array.from(windows1252, (letter, index) => [letter, 0x80 + index] as const),
  ...Array.from({ length: 0x60 }, (_, index) => [String.fromCharCode(0xa0 + index), 0xa0 + index] as const),
]);

/** UTF-8’s longer characters, as they look when each byte is taken for a letter: “Ã©”, “â€œ”, “ðŸ˜€”. */
const garbled =
  /[ÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖ×ØÙÚÛÜÝÞßàáâãäåæçèéêëìíîïðñòóôõö][\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]{1,3}/gu;

/** A text with its garbled letters put right, and what its owner should know of them. */
export interface Mended {
  readonly text: string;
  readonly warnings: readonly string[];
}

/**
 * Puts letters right that an earlier program read in the wrong character set and saved so: “LÃ©na” is “Léna”.
 * Only what is whole UTF-8 once more is put right. Letters that were lost on the way (“L�na”) are told of.
 */
export function mendMojibake(text: string): Mended {
  const examples: string[] = [];
  const mended = text.replace(garbled, (run) => {
    const right = asUtf8(run);
    if (right !== run && examples.length < 3) examples.push(`${run} → ${right}`);
    return right;
  });
  const lost = mended.match(/\ufffd/gu)?.length ?? 0;
  return {
    text: mended,
    warnings: [
      ...(examples.length === 0
        ? []
        : [
            `held letters that were saved in a wrong character set, and were put right: ${examples.join(", ")}`,
          ]),
      ...(lost === 0
        ? []
        : [
            `holds letters that were lost before it came here: \ufffd, ${lost} ${lost === 1 ? "time" : "times"}`,
          ]),
    ],
  };
}

function asUtf8(run: string): string {
  const bytes = Array.from(run, (letter) => byteOf.get(letter));
  if (bytes.includes(undefined)) return run;
  const given = Uint8Array.from(bytes as readonly number[]);
  // A run may end in a letter or a mark that is itself: “Ã©”” before a closing mark.
  for (let end = given.length; end > 1; end -= 1) {
    const right = decoded(given.subarray(0, end));
    if (right !== null) return right + Array.from(run).slice(end).join("");
  }
  return run;
}

function decoded(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder("UTF-8", { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

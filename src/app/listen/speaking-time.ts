/** Letters and spaces that an unhurried voice says in a second: some 160 words a minute. */
const perSecond = 14;

/** What takes longer than a letter, in letters: a digit is a word, a sign of Chinese, Japanese or Korean a syllable, a mark a pause. */
const slower: readonly (readonly [sign: RegExp, letters: number])[] = [
  [/\p{N}/u, 3],
  [/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u, 3],
  [/[.,;:!?…—–،؛؟、。，；：！？।]/u, 4],
];

const lettersOf = (sign: string): number => slower.find(([signs]) => signs.test(sign))?.[1] ?? 1;

/**
 * About how many seconds it takes to say a text up to each of its UTF-16
 * positions, the end included.
 *
 * @param rate 1 is the voice's own pace
 */
export function secondsUpTo(text: string, rate: number): readonly number[] {
  const seconds = [0];
  let letters = 0;
  for (const sign of text) {
    letters += lettersOf(sign);
    for (let unit = 0; unit < sign.length; unit++) seconds.push(letters / perSecond / rate);
  }
  return seconds;
}

/** About how many seconds it takes to say a text. */
export const secondsToSay = (text: string, rate: number): number => secondsUpTo(text, rate).at(-1) ?? 0;

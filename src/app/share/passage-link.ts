import {
  type FragmentResult,
  GenerateFragmentStatus,
  generateFragmentFromRange,
} from "text-fragments-polyfill/dist/fragment-generation-utils.js";

/**
 * A story's address with a text fragment that leads to the passage
 * (https://wicg.github.io/scroll-to-text-fragment/); null where no fragment would
 * lead to it and nothing else.
 */
export function passageLink(story: string, range: Range): string | null {
  const { status, fragment }: FragmentResult = generateFragmentFromRange(range);
  if (status !== GenerateFragmentStatus.SUCCESS || fragment === undefined) return null;
  const { prefix, textStart, textEnd, suffix } = fragment;
  const parts = [
    prefix === undefined ? null : `${encode(prefix)}-`,
    encode(textStart),
    textEnd === undefined ? null : encode(textEnd),
    suffix === undefined ? null : `-${encode(suffix)}`,
  ];
  return `${story}#:~:text=${parts.filter((part) => part !== null).join(",")}`;
}

/** Commas, ampersands and dashes have a meaning in a text directive. */
const encode = (text: string): string => encodeURIComponent(text).replaceAll("-", "%2D");

import type { CommonRun } from "#text/align.ts";
import { byWording, type Matches } from "./matches.ts";
import type { Wordings } from "./wordings.ts";

/** Ahead of any other by this much of the words, or it is not the one. */
const clearlyAhead = 0.1;
/** Two old wordings may share this part of the words they have in a successor and still be merged into it. */
const sharedInMerge = 0.34;
/** Scores are sums of a few fractions: differences below this are none. */
const epsilon = 1e-9;

/** Accepts matches that are clearly ahead, until there are no more: at most one for each old wording. */
export function chooseMatches(matches: Matches, wordings: Wordings): readonly number[] {
  const choice = new Choice(matches, wordings);
  const accepted: number[] = [];
  for (let before = -1; before < accepted.length; ) {
    before = accepted.length;
    for (const options of choice.byOld) {
      const match = choice.clearlyBest(options);
      if (match === null) continue;
      choice.accept(match);
      accepted.push(match);
    }
  }
  return accepted;
}

/** The matches of one wording. */
interface Options {
  readonly all: Int32Array;
  /** The best that was open when last asked for; null when none is any more. */
  best: number | null | undefined;
  /** Those that were accepted, of a new wording. */
  readonly accepted: number[];
}

const none: Options = { all: new Int32Array(), best: null, accepted: [] };

/**
 * A match is open as long as its old wording has no successor and its new one was given to none
 * that cannot share it. A closed match stays closed: what was found out about one is kept.
 */
class Choice {
  readonly byOld: readonly Options[];
  readonly #byNext: readonly Options[];
  readonly #matches: Matches;
  readonly #wordings: Wordings;
  readonly #closed: Uint8Array;
  /** By match, with how many of those that were given its new wording it is known to be compatible. */
  readonly #agreed: Uint32Array;

  constructor(matches: Matches, wordings: Wordings) {
    this.#matches = matches;
    this.#wordings = wordings;
    this.byOld = byWording(matches.oldOf, matches.olds.length).map(optionsOf);
    this.#byNext = byWording(matches.nextOf, matches.nexts.length).map(optionsOf);
    this.#closed = new Uint8Array(matches.size);
    this.#agreed = new Uint32Array(matches.size);
  }

  accept(match: number): void {
    for (const option of this.#ofOld(match).all) this.#closed[option] = 1;
    this.#ofNext(match).accepted.push(match);
  }

  /** The best of an old wording's matches, unless another comes near. */
  clearlyBest(options: Options): number | null {
    const match = this.#bestOf(options);
    return match === null || this.#isRivalled(match) || this.#isContested(match) ? null : match;
  }

  /** Another candidate nearly as good, which is not more clearly another wording's successor. */
  #isRivalled(match: number): boolean {
    const { nexts, nextOf } = this.#matches;
    const wordingOf = (one: number) => nexts[nextOf[one] ?? 0]?.wording;
    return this.#nearIn(this.#ofOld(match), match).some(
      (rival) => wordingOf(rival) !== wordingOf(match) && this.#isBestOf(this.#ofNext(rival), rival),
    );
  }

  /** Another old wording nearly as good for the same words, which has no better place to go. */
  #isContested(match: number): boolean {
    return this.#nearIn(this.#ofNext(match), match).some(
      (rival) => this.#isBestOf(this.#ofOld(rival), rival) && !this.#areCompatible(rival, match),
    );
  }

  /** Those of a wording's matches that are nearly as good as one of them, or better. */
  #nearIn({ all }: Options, match: number): readonly number[] {
    const { score } = this.#matches;
    const enough = (score[match] ?? 0) - clearlyAhead + epsilon;
    const near: number[] = [];
    for (let at = 0; at < all.length; at += 1) {
      const other = all[at] ?? 0;
      if ((score[other] ?? 0) > enough && other !== match) near.push(other);
    }
    return near;
  }

  #ofOld(match: number): Options {
    return this.byOld[this.#matches.oldOf[match] ?? 0] ?? none;
  }

  #ofNext(match: number): Options {
    return this.#byNext[this.#matches.nextOf[match] ?? 0] ?? none;
  }

  /** Whether a match is open, and no other open one of a wording is better. */
  #isBestOf(options: Options, match: number): boolean {
    if (!this.#isOpen(match)) return false;
    const best = this.#bestOf(options);
    const { score } = this.#matches;
    return best === null || (score[best] ?? 0) <= (score[match] ?? 0);
  }

  /** Of equally good ones the one whose new wording comes first. */
  #bestOf(options: Options): number | null {
    if (options.best === null) return null;
    if (options.best !== undefined && this.#isOpen(options.best)) return options.best;
    const { score, nextOf } = this.#matches;
    let best: number | null = null;
    for (let at = 0; at < options.all.length; at += 1) {
      const match = options.all[at] ?? 0;
      const ahead =
        best === null ||
        (score[match] ?? 0) > (score[best] ?? 0) ||
        (score[match] === score[best] && (nextOf[match] ?? 0) < (nextOf[best] ?? 0));
      if (ahead && this.#isOpen(match)) best = match;
    }
    options.best = best;
    return best;
  }

  #isOpen(match: number): boolean {
    if (this.#closed[match] === 1) return false;
    const { accepted } = this.#ofNext(match);
    let agreed = this.#agreed[match] ?? 0;
    while (agreed < accepted.length && this.#areCompatible(accepted[agreed] ?? 0, match)) agreed += 1;
    this.#agreed[match] = agreed;
    if (agreed < accepted.length) this.#closed[match] = 1;
    return agreed === accepted.length;
  }

  /** Whether two old wordings can both have become the same one: repeats of one wording, or parts merged. */
  #areCompatible(one: number, other: number): boolean {
    const { olds, nexts, oldOf, nextOf, kept } = this.#matches;
    const old = olds[oldOf[one] ?? 0];
    const otherOld = olds[oldOf[other] ?? 0];
    const next = nexts[nextOf[one] ?? 0];
    if (old === undefined || otherOld === undefined || next === undefined) return false;
    if (old.wording === otherOld.wording) return true;
    const keptOfOne = kept[one] ?? 0;
    const keptOfOther = kept[other] ?? 0;
    const mayShare = Math.min(keptOfOne, keptOfOther) * sharedInMerge;
    // Together they keep so many of its words that they must share some: most often that tells.
    if (keptOfOne + keptOfOther - next.words.inOrder.length > mayShare) return false;
    const taken = this.#wordings.commonRuns(old.words, next.words);
    return overlap(taken, this.#wordings.commonRuns(otherOld.words, next.words)) <= mayShare;
  }
}

const optionsOf = (all: Int32Array): Options => ({ all, best: undefined, accepted: [] });

/** How many words of the next text are in runs of both. */
function overlap(some: readonly CommonRun[], others: readonly CommonRun[]): number {
  let shared = 0;
  let at = 0;
  for (const { next, length } of some) {
    const end = next + length;
    for (let other = others[at]; other !== undefined && other.next < end; other = others[at]) {
      shared += Math.max(0, Math.min(end, other.next + other.length) - Math.max(next, other.next));
      if (other.next + other.length > end) break;
      at += 1;
    }
  }
  return shared;
}

import { createHash } from "node:crypto";
import { LRUCache } from "lru-cache";
import { ProblemError } from "#model/problem.ts";
import type { Encoding } from "./encoding.ts";
import { type Representation, represent, type Written } from "./representation.ts";

/** How an answer is made: what it says, and how that is written down. */
export interface Recipe<State> {
  /** Names the answer: the address and all else that it depends on. */
  readonly key: string;
  /** The facts, as data. Throws ProblemError when there are none. */
  readonly read: () => Promise<State>;
  readonly write: (state: State) => Promise<Written>;
}

export interface KeptAnswers {
  answer<State>(recipe: Recipe<State>, encoding: Encoding): Promise<Representation>;
}

interface Kept {
  readonly facts: string;
  readonly written: Written;
  readonly representations: Map<Encoding, Promise<Representation>>;
  /** When the facts were last known to be so, in milliseconds since 1970. */
  confirmedAt: number;
  /** The look at the database that is under way. */
  confirming: Promise<Kept> | null;
}

export interface KeptAnswersOptions {
  /** How much memory the answers may take. */
  readonly maxBytes: number;
  /** For how many milliseconds facts are believed without asking the database. */
  readonly freshFor: number;
  readonly now: () => number;
}

/**
 * Keeps answers written and compressed, as rendering and brotli cost a
 * thousand times what sending does.
 *
 * An answer is right as long as its facts are: they are read again at most
 * once in `freshFor` milliseconds, and only when they differ is the answer
 * written again. So a revision that another process saves shows within that
 * time, no server has to tell another, and nothing is written twice. While the
 * database is away the last answer stands.
 */
export function createKeptAnswers({ maxBytes, freshFor, now }: KeptAnswersOptions): KeptAnswers {
  const answers = new LRUCache<string, Kept>({ maxSize: maxBytes, sizeCalculation: sizeOf });
  const first = new Map<string, Promise<Kept>>();

  async function make<State>(recipe: Recipe<State>, before: Kept | undefined): Promise<Kept> {
    const state = await recipe.read();
    const facts = createHash("sha256").update(JSON.stringify(state)).digest("base64url");
    if (before !== undefined && before.facts === facts) {
      before.confirmedAt = now();
      return before;
    }
    const written = await recipe.write(state);
    const kept = { facts, written, representations: new Map(), confirmedAt: now(), confirming: null };
    answers.set(recipe.key, kept);
    return kept;
  }

  async function confirm<State>(recipe: Recipe<State>, before: Kept): Promise<Kept> {
    before.confirming ??= make(recipe, before).finally(() => {
      before.confirming = null;
    });
    try {
      return await before.confirming;
    } catch (error) {
      if (error instanceof ProblemError && error.problem.status === 503) return before;
      answers.delete(recipe.key);
      throw error;
    }
  }

  function begin<State>(recipe: Recipe<State>): Promise<Kept> {
    const underWay = first.get(recipe.key);
    if (underWay !== undefined) return underWay;
    const making = make(recipe, undefined).finally(() => first.delete(recipe.key));
    first.set(recipe.key, making);
    return making;
  }

  return {
    async answer(recipe, encoding) {
      const before = answers.get(recipe.key);
      const kept =
        before === undefined
          ? await begin(recipe)
          : now() - before.confirmedAt < freshFor
            ? before
            : await confirm(recipe, before);
      const known = kept.representations.get(encoding);
      if (known !== undefined) return known;
      const made = represent(kept.written, encoding);
      kept.representations.set(encoding, made);
      return made;
    },
  };
}

/** All of an answer's encodings together rarely pass twice its plain size. */
function sizeOf({ written }: Kept): number {
  return written.body.length * 2 + 1_000;
}

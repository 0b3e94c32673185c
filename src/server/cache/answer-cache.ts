import { createHash } from "node:crypto";
import { setImmediate as nextTurn } from "node:timers/promises";
import { LRUCache } from "lru-cache";
import { ProblemError } from "#model/problem.ts";
import { createBackground } from "./in-background.ts";
import { type Encoding, type Representation, represent, type Written } from "./representation.ts";
import { type TakeTurns, takeTurns } from "./take-turns.ts";

/** How an answer is made: what it says, and how that is written down. */
export interface Recipe<State> {
  /** All that the answer depends on besides the store: what it is and what was asked for. */
  readonly key: readonly [kind: string, ...(string | number | null)[]];
  /** The facts, as data. Throws ProblemError when there are none. */
  readonly read: () => Promise<State>;
  readonly write: (state: State) => Promise<Written>;
}

export interface AnswerCache {
  answer<State>(recipe: Recipe<State>, encoding: Encoding): Promise<Representation>;
}

export interface AnswerCacheOptions {
  /** How much memory the answers may take. */
  readonly maxBytes: number;
  /** For how many milliseconds the store's version is believed without asking again. */
  readonly freshFor: number;
  /** Milliseconds from any moment, by a clock that is never set back. */
  readonly elapsed: () => number;
  /** The store's version: the same number, the same facts. */
  readonly version: () => Promise<number>;
}

interface Cached {
  /** A digest of the facts. */
  readonly facts: string;
  readonly written: Written;
  readonly representations: Map<Encoding, Promise<Representation>>;
  /** Whether the best compression has been asked for. */
  improving: boolean;
  /** The store's version that the facts are known to be of, or of a later one. */
  version: number;
}

/**
 * Keeps answers written and compressed, as rendering and brotli cost a
 * thousand times what sending does: quickly at first, and as well as can be
 * once they are asked for again and the server has time.
 *
 * An answer is right as long as the store's version is the one that it was
 * made under; that number is read at most once in `freshFor` milliseconds, for
 * all answers together. When it has grown, the answer's own facts are read
 * again, and only where they differ is it written again: a story is not drawn
 * anew because another was saved. So a revision that another process saves
 * shows within that time, and no server has to tell another. While the
 * database is away the last answer stands.
 */
export function createAnswerCache({ maxBytes, freshFor, elapsed, version }: AnswerCacheOptions): AnswerCache {
  const answers = new LRUCache<string, Cached>({ maxSize: maxBytes, sizeCalculation: sizeOf });
  const underWay = new Map<string, Promise<Cached>>();
  const turns = new Map<string, TakeTurns>();
  const inBackground = createBackground();
  const currentVersion = rememberFor(freshFor, elapsed, version);

  /** Many pages that nobody has opened keep those waiting who want such a page, and no one else. */
  function turnsOf(kind: string): TakeTurns {
    const known = turns.get(kind) ?? takeTurns();
    turns.set(kind, known);
    return known;
  }

  /** Only what is read again is worth the best compression: anybody may ask for one page a quotation and language. */
  function improve(key: string, answer: Cached, encoding: Encoding): void {
    if (answer.improving || encoding !== "br") return;
    answer.improving = true;
    inBackground(async () => {
      if (answers.peek(key) !== answer) return;
      const best = await represent(answer.written, encoding, "best");
      answer.representations.set(encoding, Promise.resolve(best));
    });
  }

  async function cached<State>(recipe: Recipe<State>, key: string): Promise<Cached> {
    const before = answers.get(key);
    try {
      const current = await currentVersion();
      if (before?.version === current) return before;
      const making = underWay.get(key) ?? turnsOf(recipe.key[0])(() => make(recipe, key, before, current));
      underWay.set(key, making);
      return await making.finally(() => underWay.delete(key));
    } catch (error) {
      if (before !== undefined && isAway(error)) return before;
      answers.delete(key);
      throw error;
    }
  }

  async function make<State>(
    recipe: Recipe<State>,
    key: string,
    before: Cached | undefined,
    current: number,
  ): Promise<Cached> {
    const state = await recipe.read();
    const facts = createHash("sha256").update(JSON.stringify(state)).digest("base64url");
    if (before?.facts === facts) {
      before.version = current;
      return before;
    }
    await nextTurn();
    const written = await recipe.write(state);
    const made = { facts, written, representations: new Map(), improving: false, version: current };
    answers.set(key, made);
    return made;
  }

  return {
    async answer(recipe, encoding) {
      const key = JSON.stringify(recipe.key);
      const found = await cached(recipe, key);
      const known = found.representations.get(encoding);
      if (known !== undefined) {
        improve(key, found, encoding);
        return known;
      }
      const quick = represent(found.written, encoding, "quick");
      found.representations.set(encoding, quick);
      return quick;
    },
  };
}

/** The same question, but asked at most once in a while, and by one of those who want to know for all of them. */
function rememberFor<Answer>(
  milliseconds: number,
  elapsed: () => number,
  ask: () => Promise<Answer>,
): () => Promise<Answer> {
  let last: { readonly answer: Promise<Answer>; readonly askedAt: number } | null = null;
  let waiting = false;
  const arrived = () => {
    waiting = false;
  };
  return () => {
    if (last !== null && (waiting || elapsed() - last.askedAt < milliseconds)) return last.answer;
    waiting = true;
    last = { answer: ask(), askedAt: elapsed() };
    last.answer.then(arrived, arrived);
    return last.answer;
  };
}

const isAway = (error: unknown): boolean => error instanceof ProblemError && error.problem.status === 503;

/** All of an answer's encodings together rarely pass twice its plain size. */
function sizeOf({ written }: Cached): number {
  return written.body.length * 2 + 1_000;
}

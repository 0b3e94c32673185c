import fc from "fast-check";
import { expect, test } from "vitest";
import { type Answer, applyVote, noVotes, type VoteState } from "#model/vote.ts";
import type { Store } from "#store/store.ts";
import { draftOf } from "#tools/support/story-draft.ts";
import { createDatabase, databases } from "../support.ts";

const readers = ["ann", "ben"] as const;
type Reader = (typeof readers)[number];
const stories = ["north", "south"] as const;
type Story = (typeof stories)[number];

interface Cast {
  readonly kind: "cast";
  readonly reader: Reader;
  readonly story: Story;
  readonly answer: Answer | null;
}
type Step =
  | Cast
  | { readonly kind: "retry" }
  | { readonly kind: "forget"; readonly reader: Reader }
  | { readonly kind: "restart" };

const reader = fc.constantFrom(...readers);
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({
      kind: fc.constant("cast" as const),
      reader,
      story: fc.constantFrom(...stories),
      answer: fc.constantFrom("yes" as const, "no" as const, null),
    }),
  },
  { weight: 3, arbitrary: fc.constant({ kind: "retry" as const }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant("forget" as const), reader }) },
  { weight: 1, arbitrary: fc.constant({ kind: "restart" as const }) },
);
/** Each step waits for the one before, or sets out in the same breath. */
const walk = fc.array(fc.record({ step, waits: fc.boolean() }), { maxLength: 24 });

/** The votes as a reader of the rules would keep them: `applyVote` and nothing else. */
class Model {
  readonly #answers = new Map<string, Answer>();
  readonly #tallies = new Map<Story, VoteState["tally"]>();

  state(story: Story, own: Reader): VoteState {
    return {
      tally: this.#tallies.get(story) ?? noVotes.tally,
      mine: this.#answers.get(`${own} ${story}`) ?? null,
    };
  }

  cast({ story, reader: own, answer }: Omit<Cast, "kind">): void {
    const { tally, mine } = applyVote(this.state(story, own), answer);
    this.#tallies.set(story, tally);
    if (mine === null) this.#answers.delete(`${own} ${story}`);
    else this.#answers.set(`${own} ${story}`, mine);
  }

  forget(own: Reader): void {
    for (const story of stories) this.cast({ story, reader: own, answer: null });
  }
}

test.each(databases)(
  "on %s the store of votes equals the model after any walk of casts, changes, withdrawals, retries, forgetting and restarts",
  async (name) => {
    const database = await createDatabase(name);
    let store = await database.open();
    let runs = 0;
    await fc.assert(
      fc.asyncProperty(walk, async (steps) => {
        runs += 1;
        const run = runs;
        const slugOf = (story: Story) => `${story}-${run}`;
        for (const story of stories) await store.articles.save(draftOf(slugOf(story)));
        const model = new Model();
        let last: Cast | null = null;
        let underWay: Promise<unknown>[] = [];

        const cast = async ({ story, reader: own, answer }: Cast) => {
          await store.votes.cast({
            slug: slugOf(story),
            reader: `${own}-${run}`,
            answer,
            suspicious: false,
          });
        };
        const take = async (next: Step): Promise<void> => {
          if (next.kind === "restart") {
            await store.close();
            store = await database.open();
          } else if (next.kind === "forget") {
            model.forget(next.reader);
            underWay.push(store.votes.forget(`${next.reader}-${run}`));
          } else {
            const sent: Cast | null = next.kind === "retry" ? last : next;
            if (sent === null) return;
            last = sent;
            model.cast(sent);
            underWay.push(cast(sent));
          }
        };
        for (const { step: next, waits } of steps) {
          await take(next);
          if (waits) {
            await Promise.all(underWay);
            underWay = [];
          }
        }
        await Promise.all(underWay);

        for (const story of stories) {
          const slug = slugOf(story);
          for (const own of readers) {
            expect(await store.votes.state(slug, `${own}-${run}`)).toEqual(model.state(story, own));
          }
          await expectRecount(store, slug);
        }
      }),
      { numRuns: 80 },
    );
    await store.close();
    await database.drop();
  },
  180_000,
);

/** The tally must equal the votes counted one by one. */
async function expectRecount(store: Store, slug: string): Promise<void> {
  const { tally } = await store.votes.state(slug, null);
  const days = await store.votes.results({ slug, perDay: true });
  expect(tally).toEqual({
    yes: days.reduce((total, { yes }) => total + yes, 0),
    no: days.reduce((total, { no }) => total + no, 0),
  });
}

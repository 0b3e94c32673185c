/**
 * A process that votes until somebody ends it: `voter.ts DATABASE_URL|- DATA_DIR NAME`.
 * It prints the number of each vote once the store has acknowledged it.
 */
import { openStore } from "#store/open-store.ts";

const [databaseUrl, dataDir, name] = process.argv.slice(2);
if (databaseUrl === undefined || dataDir === undefined || name === undefined)
  throw new Error("three arguments");

const store = await openStore({
  databaseUrl: databaseUrl === "-" ? null : databaseUrl,
  dataDir,
  siteUrl: "https://paper.example",
  log: { info: () => {}, warn: () => {} },
});
let next = 0;
async function voteOn(): Promise<void> {
  for (;;) {
    const number = next;
    next += 1;
    const answer = number % 3 === 0 ? "no" : "yes";
    await store.votes.cast({ slug: "story", reader: `${name}-${number}`, answer, suspicious: false });
    process.stdout.write(`${number}\n`);
  }
}
await Promise.all(Array.from({ length: 16 }, voteOn));

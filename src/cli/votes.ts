import type { Command } from "commander";
import { ProblemError } from "#model/problem.ts";
import type { Store } from "#store/store.ts";
import { voteLines, votesAsCsv, votesAsTable } from "./vote-report.ts";

interface VotesOptions {
  readonly json?: true;
  readonly csv?: true;
  readonly perDay?: true;
  readonly suspicious?: true;
}

/** `verbatim votes [SLUG]`: how readers answered. An unknown slug is said so and exits 1. */
export function registerVotes(program: Command, open: () => Promise<Store>): void {
  program
    .command("votes")
    .summary("how readers answered")
    .description("Shows how readers answered: the counts, the share of yes, and how sure that share is.")
    .argument("[slug]", "one story; without it, all of them")
    .option("--json", "as JSON")
    .option("--csv", "as CSV")
    .option("--per-day", "a line a story and day (UTC)")
    .option("--suspicious", "with how many of the answers came in bursts of new readers from one address")
    .action(async (slug: string | undefined, { json, csv, ...given }: VotesOptions) => {
      const options = { perDay: given.perDay ?? false, suspicious: given.suspicious ?? false };
      const store = await open();
      try {
        const counts = await store.votes.results({ slug: slug ?? null, perDay: options.perDay });
        const lines = voteLines(counts, options);
        if (json) process.stdout.write(`${JSON.stringify(lines, null, 2)}\n`);
        else process.stdout.write(csv ? votesAsCsv(lines, options) : votesAsTable(lines, options));
      } catch (error) {
        if (!(error instanceof ProblemError)) throw error;
        process.stderr.write(`${error.message}\n`);
        process.exitCode = 1;
      } finally {
        await store.close();
      }
    });
}

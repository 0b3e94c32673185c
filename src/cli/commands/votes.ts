import type { Command } from "commander";
import { type Context, Failed } from "#cli/context.ts";
import { voteLines, votesAsCsv, votesAsTable } from "#cli/report/votes.ts";
import { openTerminal } from "#cli/terminal.ts";
import { openWorkspace } from "#cli/workspace.ts";
import { ProblemError } from "#model/problem.ts";
import { fewestForShares } from "#model/vote.ts";

interface VotesOptions {
  readonly json?: true;
  readonly csv?: true;
  readonly perDay?: true;
  readonly suspicious?: true;
}

/** `verbatim votes [SLUG]`: how readers answered. An unknown slug is said so and exits 1. */
export function registerVotes(program: Command, context: Context): void {
  program
    .command("votes")
    .summary("how readers answered")
    .description(
      `Shows how readers answered: the counts, and from ${fewestForShares} answers on the share of yes and how sure that share is. --json and --csv have the share of fewer too.`,
    )
    .argument("[slug]", "one story; without it, all of them")
    .option("--json", "as JSON")
    .option("--csv", "as CSV")
    .option("--per-day", "a line a story and day (UTC)")
    .option("--suspicious", "with how many of the answers came in bursts of new readers from one address")
    .action(async (slug: string | undefined, { json, csv, ...given }: VotesOptions) => {
      const { stdout } = context.streams;
      const options = { perDay: given.perDay ?? false, suspicious: given.suspicious ?? false };
      const { store } = await openWorkspace(context);
      try {
        const counts = await store.votes.results({ slug: slug ?? null, perDay: options.perDay });
        const lines = voteLines(counts, options);
        if (json) stdout.write(`${JSON.stringify(lines, null, 2)}\n`);
        else stdout.write(csv ? votesAsCsv(lines, options) : votesAsTable(lines, options));
      } catch (error) {
        if (!(error instanceof ProblemError)) throw error;
        openTerminal(context.streams).say(error.message);
        throw new Failed();
      } finally {
        await store.close();
      }
    });
}

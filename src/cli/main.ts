import { Command, CommanderError } from "commander";
import { Unreadable } from "#newsroom/unreadable.ts";
import { ConfigError } from "./config.ts";
import { registerCorrect } from "./correct.ts";
import { registerIngest } from "./ingest.ts";
import { openWorkplace } from "./open-workplace.ts";
import { registerQuotes } from "./quotes.ts";
import { registerServe } from "./serve.ts";
import { registerShow } from "./show.ts";
import { say } from "./terminal.ts";
import { registerVotes } from "./votes.ts";

const program = new Command("verbatim")
  .description("Brings stories in, shows who said what in them, and serves them to readers.")
  .option("--debug", "show where an error happened")
  .showHelpAfterError("(verbatim --help tells more)")
  .exitOverride();

registerIngest(program);
registerShow(program);
registerCorrect(program);
registerQuotes(program);
registerServe(program);
registerVotes(program, async () => (await openWorkplace()).store);

// Whoever reads a pipe may stop reading: `verbatim votes | head`.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
  process.exit(0);
});

try {
  await program.parseAsync();
} catch (error) {
  process.exitCode = statusOf(error);
}

/** Tells what went wrong in one line, and answers with the exit status. */
function statusOf(error: unknown): number {
  // Commander has printed its message itself.
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  const { debug } = program.opts<{ debug?: true }>();
  if (debug) say(error instanceof Error ? (error.stack ?? error.message) : String(error));
  else say(`verbatim: ${lineOf(error)}`);
  return 1;
}

function lineOf(error: unknown): string {
  const [line = ""] = (error instanceof Error ? error.message : String(error)).split("\n");
  if (error instanceof Unreadable || error instanceof ConfigError) return line;
  return `${line || "something went wrong"} (--debug shows where)`;
}

import { Command, CommanderError } from "commander";
import { Unreadable } from "#newsroom/unreadable.ts";
import packageFile from "../../package.json" with { type: "json" };
import { ConfigError, readConfig } from "./config.ts";
import { say } from "./terminal.ts";

const program = new Command("verbatim")
  .description("Brings stories in, shows who said what in them, and serves them to readers.")
  .option("--debug", "show where an error happened")
  .version(packageFile.version)
  .showHelpAfterError("(verbatim --help tells more)")
  // A wrong setting stops every command, also those that would not have used it.
  .hook("preAction", () => {
    readConfig(process.env);
  })
  .exitOverride();

/** A command is loaded when it is asked for: the server's libraries take longer to load than most commands to run. */
const commands: ReadonlyMap<string, () => Promise<unknown>> = new Map([
  ["ingest", async () => (await import("./ingest.ts")).registerIngest(program)],
  ["quotes", async () => (await import("./quotes.ts")).registerQuotes(program)],
  ["show", async () => (await import("./show.ts")).registerShow(program)],
  ["correct", async () => (await import("./correct.ts")).registerCorrect(program)],
  [
    "votes",
    async () => {
      const [{ registerVotes }, { openWorkplace }] = await Promise.all([
        import("./votes.ts"),
        import("./open-workplace.ts"),
      ]);
      registerVotes(program, async () => (await openWorkplace()).store);
    },
  ],
  ["serve", async () => (await import("./serve.ts")).registerServe(program)],
]);
const wanted = process.argv.slice(2).find((word) => commands.has(word));
for (const [name, load] of commands) {
  if (wanted === undefined || wanted === name) await load();
}

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
  return error instanceof ConfigError ? 2 : 1;
}

function lineOf(error: unknown): string {
  const [line = ""] = (error instanceof Error ? error.message : String(error)).split("\n");
  if (error instanceof Unreadable || error instanceof ConfigError) return line;
  return `${line || "something went wrong"} (--debug shows where)`;
}

import { Command, CommanderError } from "commander";
import { ProblemError } from "#model/problem.ts";
import { Unreadable } from "#newsroom/unreadable.ts";
import packageFile from "../../package.json" with { type: "json" };
import { ConfigError, readConfig } from "./config.ts";
import { type Context, Failed, type Output } from "./context.ts";
import { openTerminal } from "./terminal.ts";

type Register = (program: Command, context: Context) => void;

/** A command is loaded when it is asked for: the server's libraries take longer to load than most commands to run. */
const commands: ReadonlyMap<string, () => Promise<Register>> = new Map([
  ["ingest", async () => (await import("./commands/ingest.ts")).registerIngest],
  ["quotes", async () => (await import("./commands/quotes.ts")).registerQuotes],
  ["show", async () => (await import("./commands/show.ts")).registerShow],
  ["correct", async () => (await import("./commands/correct.ts")).registerCorrect],
  ["votes", async () => (await import("./commands/votes.ts")).registerVotes],
  ["unpublish", async () => (await import("./commands/publication.ts")).registerUnpublish],
  ["publish", async () => (await import("./commands/publication.ts")).registerPublish],
  ["delete", async () => (await import("./commands/delete.ts")).registerDelete],
  ["backup", async () => (await import("./commands/backup.ts")).registerBackup],
  ["publish-samples", async () => (await import("./commands/publish-samples.ts")).registerPublishSamples],
  ["serve", async () => (await import("./commands/serve.ts")).registerServe],
]);

/**
 * Runs one command to its end.
 *
 * @returns the exit status: 0 done, 1 something failed and was told, 2 wrong use or a wrong setting
 */
export async function runVerbatim(context: Context): Promise<number> {
  const { argv, env, cwd, streams } = context;
  const program = new Command("verbatim")
    .description("Brings stories in, shows who said what in them, and serves them to readers.")
    .option("--debug", "show where an error happened")
    .version(packageFile.version)
    .showHelpAfterError("(verbatim --help tells more)")
    .configureOutput({
      writeOut: (text) => streams.stdout.write(text),
      writeErr: (text) => streams.stderr.write(text),
      getOutHelpWidth: () => widthOf(streams.stdout),
      getErrHelpWidth: () => widthOf(streams.stderr),
    })
    // A wrong setting stops every command, also those that would not have used it.
    .hook("preAction", () => {
      readConfig(env, cwd);
    })
    .exitOverride();
  const wanted = argv.find((word) => commands.has(word));
  for (const [name, load] of commands) {
    if (wanted === undefined || wanted === name) (await load())(program, context);
  }
  try {
    await program.parseAsync(argv, { from: "user" });
    return 0;
  } catch (error) {
    // Each has been told already: by commander, or by the command.
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    if (error instanceof Failed) return 1;
    const { debug } = program.opts<{ debug?: true }>();
    openTerminal(streams).say(debug ? stackOf(error) : `verbatim: ${lineOf(error)}`);
    return error instanceof ConfigError ? 2 : 1;
  }
}

const widthOf = ({ isTTY, columns = 80 }: Output): number => (isTTY ? columns : 80);

const stackOf = (error: unknown): string =>
  error instanceof Error ? (error.stack ?? error.message) : String(error);

function lineOf(error: unknown): string {
  const [line = ""] = (error instanceof Error ? error.message : String(error)).split("\n");
  if (error instanceof Unreadable || error instanceof ConfigError || error instanceof ProblemError)
    return line;
  return `${line || "something went wrong"} (--debug shows where)`;
}

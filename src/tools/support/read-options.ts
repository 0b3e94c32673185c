import { type ParseArgsOptionsConfig, parseArgs } from "node:util";

/**
 * Reads the words after a script's name. `--help` prints its usage and ends it; an unknown option says what is wrong,
 * in one line, and ends it with status 2.
 *
 * @param usage how it is called, what it does, its options with what they are when not said
 */
export function readOptions<const Options extends ParseArgsOptionsConfig>(usage: string, options: Options) {
  const words = process.argv.slice(2);
  if (words.includes("--help") || words.includes("-h")) {
    console.log(usage);
    process.exit();
  }
  try {
    return parseArgs({ args: words, options, allowPositionals: true });
  } catch (error) {
    const [line] = (error instanceof Error ? error.message : String(error)).split(/[.\n]/);
    console.error(`${line} (--help tells more)`);
    process.exit(2);
  }
}

import { createWriteStream, existsSync, mkdtempSync, rmSync } from "node:fs";
import { rename, stat } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { pipeline } from "node:stream/promises";
import type { Command } from "commander";
import { packTar, type TarSource } from "modern-tar/fs";
import { beforeStopping } from "#cli/before-stopping.ts";
import { type Config, readConfig } from "#cli/config.ts";
import type { Context } from "#cli/context.ts";
import { imagesDirOf, namesIn, secretFileOf } from "#cli/data-folder.ts";
import { count, openTerminal } from "#cli/terminal.ts";
import { Unreadable } from "#newsroom/unreadable.ts";
import { backupSqlite, databaseFile } from "#store/database/backup-sqlite.ts";

const help = `
To restore it, wherever Verbatim is installed:
  mkdir restored && tar -xf FILE -C restored
  DATA_DIR=restored npm start`;

/** `verbatim backup FILE`: all that a site needs to go on elsewhere. */
export function registerBackup(program: Command, context: Context): void {
  program
    .command("backup")
    .summary("copy the database, the pictures and the secret into one file")
    .description(
      "Writes a tar archive of the embedded database, as of one moment and while the site runs, of the pictures, " +
        "and of the secret that signs readers’ cookies: keep it where nobody else reads it. A database of your own " +
        "(DATABASE_URL) is backed up by its own means.",
    )
    .argument("<file>", "the archive, which must not be there yet")
    .addHelpText("after", help)
    .action(async (file: string) => {
      const { print, say } = openTerminal(context.streams);
      const config = readConfig(context.env, context.cwd);
      if (config.databaseUrl !== null) throw new Unreadable(postgresLine(file, config));
      const { pictures, hasSecret, bytes } = await writeBackup(config, resolve(context.cwd, file), file);
      const secret = hasSecret ? "the secret" : "no secret";
      print(`${file}: the database, ${count(pictures, "picture file")} and ${secret}, ${megabytes(bytes)}`);
      if (config.secrets !== null) {
        say("SECRET comes from the environment: keep it too, or readers who voted are new readers");
      }
    });
}

/** What to run instead where the database is PostgreSQL's. The address may hold a password, so it is not repeated. */
const postgresLine = (file: string, { dataDir }: Config): string =>
  `the database is PostgreSQL’s: pg_dump --format=custom --file=${inShell(file)} "$DATABASE_URL" backs it up; ` +
  `keep the folder images and the file secret of ${dataDir} with it`;

const inShell = (word: string): string =>
  /^[\w./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;

const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`;

interface Written {
  readonly pictures: number;
  readonly hasSecret: boolean;
  readonly bytes: number;
}

/**
 * Written aside and renamed: what bears the name is whole, and nothing else is left, also by who loses patience.
 * `name` is the file as it was asked for.
 */
async function writeBackup(config: Config, path: string, name: string): Promise<Written> {
  const refuseTaken = () => {
    if (existsSync(path)) throw new Unreadable(`${name} is there already; a backup overwrites nothing`);
  };
  refuseTaken();
  let aside: string | null = null;
  const removeAside = () => {
    // SQLite may be adding to it meanwhile, on its own thread.
    if (aside !== null) rmSync(aside, { recursive: true, force: true, maxRetries: 10 });
  };
  const stayOn = beforeStopping(removeAside);
  try {
    aside = mkdtempSync(join(dirname(path), `${basename(path)}.`));
    const copy = join(aside, databaseFile);
    // The pictures come after it: every story that it has had its own before.
    await backupSqlite(config.dataDir, copy).catch((error: unknown) => {
      throw noDatabase(config, error);
    });
    const images = imagesDirOf(config);
    const pictures = (await namesIn(images)).filter((each) => !each.endsWith(".part"));
    const hasSecret = existsSync(secretFileOf(config));
    const sources: TarSource[] = [
      { type: "file", source: copy, target: databaseFile },
      ...(hasSecret ? [file(secretFileOf(config), "secret")] : []),
      ...pictures.map((each) => file(join(images, each), `images/${each}`)),
    ];
    const archive = join(aside, "archive.tar");
    await pipeline(packTar(sources), createWriteStream(archive, { mode: 0o600, flags: "wx", flush: true }));
    const { size } = await stat(archive);
    refuseTaken();
    await rename(archive, path);
    return { pictures: pictures.length, hasSecret, bytes: size };
  } catch (error) {
    throw unwritable(name, error);
  } finally {
    removeAside();
    stayOn();
  }
}

/** SQLITE_FULL. */
const sqliteFull = 13;

/** What the place for the archive refuses, in words for its owner; any other error as it is. */
function unwritable(name: string, error: unknown): unknown {
  if (!(error instanceof Error && "code" in error)) return error;
  const because = (reason: string) => new Unreadable(`${name}: ${reason}`, { cause: error });
  if ("errcode" in error && error.errcode === sqliteFull) return because("the disk is full");
  switch (error.code) {
    case "ENOENT":
      return because("there is no folder to write it in");
    case "ENOTDIR":
      return because("what should be its folder is none");
    case "EACCES":
    case "EPERM":
    case "EROFS":
      return because("this user may not write there");
    case "ENOSPC":
    case "EDQUOT":
      return because("the disk is full");
    default:
      return error;
  }
}

const file = (source: string, target: string): TarSource => ({ type: "file", source, target });

/** SQLITE_CANTOPEN: nothing was ever kept here. Everything else SQLite says itself. */
function noDatabase({ dataDir }: Config, error: unknown): unknown {
  const isMissing = error instanceof Error && "errcode" in error && Number(error.errcode) % 256 === 14;
  return isMissing ? new Unreadable(`DATA_DIR (${dataDir}) holds no database to back up`) : error;
}

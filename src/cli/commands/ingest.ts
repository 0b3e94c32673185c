import { availableParallelism } from "node:os";
import { resolve } from "node:path";
import { type Command, Option } from "commander";
import { type Context, Failed } from "#cli/context.ts";
import { decisionLine } from "#cli/corrections/decision-line.ts";
import { parseLang, parseSlug } from "#cli/options.ts";
import { reportJson, reportLines, summarize } from "#cli/report/ingest.ts";
import { openNotes } from "#cli/report/notes.ts";
import { openProgress } from "#cli/report/progress.ts";
import { openTerminal, plain } from "#cli/terminal.ts";
import { openWorkspace, type Workspace } from "#cli/workspace.ts";
import type { Article } from "#model/article.ts";
import { ingestAll, type Outcome } from "#newsroom/ingest/ingest-all.ts";
import type { Newsroom } from "#newsroom/newsroom.ts";
import { type StoredPicture, storePicture } from "#newsroom/pictures/store-picture.ts";
import { openReaders, readHere } from "#newsroom/reading/open-readers.ts";
import { openFetcher } from "#newsroom/sources/fetch-page.ts";
import { isPublicAddress } from "#newsroom/sources/guarded-agent.ts";
import { listSources, type Origin } from "#newsroom/sources/list-sources.ts";
import { readBytes, readStream } from "#newsroom/sources/read-bytes.ts";
import { Unreadable } from "#newsroom/unreadable.ts";

interface IngestOptions {
  readonly dryRun?: true;
  readonly json?: true;
  readonly slug?: string;
  readonly image?: string;
  readonly publisher?: string;
  readonly lang?: string;
  readonly progress: "auto" | "never";
  readonly allowPrivate?: true;
}

/** Fewer stories than this are read sooner than workers start. */
const fewestForWorkers = 24;
const mostThreads = 8;

/** `verbatim ingest PATH…|URL|-`: brings stories in. */
export function registerIngest(program: Command, context: Context): void {
  program
    .command("ingest")
    .summary("bring stories in")
    .description(
      "Brings stories in: text, Markdown, HTML, mail (.eml) and Word (.docx) files, folders of them, globs, @LIST (a file with one " +
        "path or address a line), web addresses, RSS and Atom feeds, or - for standard input. " +
        "The same text again changes nothing; a changed one becomes the story’s next revision.",
    )
    .argument("<path...>", "files, folders, globs, @lists, addresses, feeds, or -")
    .option("--dry-run", "report what would happen, and to which shared quotations; keep nothing")
    .option("--json", "report as JSON")
    .option("--slug <slug>", "the story's address (one story only)", parseSlug)
    .option("--image <file>", "the story's picture (one story only)")
    .option("--publisher <name>", "who publishes it")
    .option("--lang <tag>", "its language, such as en-GB or de", parseLang)
    .addOption(new Option("--progress <when>", "a progress bar").choices(["auto", "never"]).default("auto"))
    .option("--allow-private", "fetch from private and local addresses too")
    .action(async (paths: string[], options: IngestOptions, command: Command) => {
      const origins: Origin[] = [];
      for await (const origin of listSources(paths, context.cwd)) origins.push(origin);
      if (origins.length > 1 && (options.slug !== undefined || options.image !== undefined)) {
        command.error(`error: --slug and --image are for one story, and these are ${origins.length}`);
      }
      const workspace = await openWorkspace(context);
      try {
        await ingest(context, workspace, origins, options);
      } finally {
        await workspace.store.close();
      }
    });
}

async function ingest(
  { cwd, streams }: Context,
  { store, imagesDir, siteUrl }: Workspace,
  origins: readonly Origin[],
  options: IngestOptions,
): Promise<void> {
  const terminal = openTerminal(streams);
  const threads = Math.min(availableParallelism(), mostThreads);
  const readers = origins.length < fewestForWorkers ? readHere : openReaders(threads);
  const { fetchPage, close } = openFetcher({ allows: options.allowPrivate ? () => true : isPublicAddress });
  const dryRun = options.dryRun ?? false;
  const pictures = dryRun ? null : imagesDir;
  const newsroom: Newsroom = { store, readers, now: () => new Date().toISOString(), dryRun };
  const progress = openProgress(streams.stderr, origins.length, options.progress);
  const isBarShown = progress.isShown && streams.stdout.isTTY === true;
  const report = options.json
    ? reportJson(streams.stdout, siteUrl)
    : reportLines(terminal, { stories: origins.length, dryRun, isBarShown });
  const statuses: string[] = [];
  // Lines between those of a bar would tear it.
  const late: string[] = [];
  const notes = openNotes((line) => (progress.isShown ? late.push(line) : terminal.say(line)));
  const failures: string[] = [];
  try {
    const picture = options.image === undefined ? null : await pictureGiven(options.image, cwd, pictures);
    const overrides = {
      ...(options.publisher === undefined ? {} : { publisher: options.publisher }),
      ...(options.lang === undefined ? {} : { lang: options.lang }),
      ...(picture?.src == null ? {} : { image: picture.src }),
    };
    const readInput = () => readStream(streams.stdin);
    const sourceOptions = {
      fetchPage,
      readInput,
      imagesDir: pictures,
      slug: options.slug ?? null,
      picture,
      overrides,
    };
    for await (const outcome of ingestAll(newsroom, origins, sourceOptions, threads * 2)) {
      statuses.push(outcome.ingested?.status ?? "failed");
      for (const note of notesOn(outcome)) notes.add(plain(outcome.path), note);
      if (outcome.problem !== null) failures.push(`${plain(outcome.path)}: ${plain(outcome.problem)}`);
      report.add(outcome);
      progress.step();
    }
  } finally {
    progress.stop();
    await Promise.all([readers.close(), close()]);
  }
  report.end();
  notes.end();
  for (const line of [...late, ...failures]) terminal.say(line);
  if (origins.length > 1 && !options.json) terminal.say(summarize(statuses, progress.seconds()));
  if (failures.length > 0) throw new Failed();
}

/** What the owner of a story that came in should know of it, a line each. */
function notesOn({ ingested }: Outcome): readonly string[] {
  if (ingested === null) return [];
  return [
    ...ingested.warnings.map(plain),
    ...(ingested.unpublished === null ? [] : [staysOff(ingested.article)]),
    ...ingested.unused.map(
      (decision) => `a correction fits nothing in the story: ${decisionLine({ decision, wording: null })}`,
    ),
  ];
}

/** What comes in of a story that was taken off is kept, and does not bring it back by itself. */
const staysOff = ({ slug, revision }: Pick<Article, "slug" | "revision">): string =>
  `the story is off and stays off; this text is its revision ${revision}, and verbatim publish ${slug} brings it back`;

async function pictureGiven(file: string, cwd: string, imagesDir: string | null): Promise<StoredPicture> {
  try {
    return await storePicture(await readBytes(resolve(cwd, file)), imagesDir);
  } catch (error) {
    if (error instanceof Unreadable) throw new Unreadable(`--image: ${file} ${error.message}`);
    throw error;
  }
}

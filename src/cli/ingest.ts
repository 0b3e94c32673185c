import { readFile } from "node:fs/promises";
import { availableParallelism } from "node:os";
import { buffer } from "node:stream/consumers";
import { type Command, InvalidArgumentError, Option } from "commander";
import { articlePath } from "#model/addresses.ts";
import { ingestAll, type Outcome } from "#newsroom/ingest/ingest-all.ts";
import type { Newsroom } from "#newsroom/newsroom.ts";
import { type StoredPicture, storePicture } from "#newsroom/pictures/store-picture.ts";
import { openReaders, readHere } from "#newsroom/reading/open-readers.ts";
import { isSlug, slugOf } from "#newsroom/slug.ts";
import { openFetcher } from "#newsroom/sources/fetch-page.ts";
import { isPublicAddress } from "#newsroom/sources/guarded-agent.ts";
import { listSources, type Origin } from "#newsroom/sources/list-sources.ts";
import { Unreadable } from "#newsroom/unreadable.ts";
import { decisionLine } from "./decision-line.ts";
import { openWorkplace, type Workplace } from "./open-workplace.ts";
import { parseLang } from "./parse-lang.ts";
import { openProgress } from "./progress.ts";
import { printChange } from "./report-change.ts";
import { printFields, printQuotations } from "./report-story.ts";
import { count, plain, print, say, styled } from "./terminal.ts";

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

/** More stories than this are reported in a line each. */
const mostDetailed = 3;
/** Fewer stories than this are read sooner than workers start. */
const fewestForWorkers = 24;
const mostThreads = 8;

/** `verbatim ingest PATH…|URL|-`: brings stories in. */
export function registerIngest(program: Command): void {
  program
    .command("ingest")
    .summary("bring stories in")
    .description(
      "Brings stories in: text, Markdown and HTML files, folders of them, globs, @LIST (a file with one " +
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
      for await (const origin of listSources(paths, process.cwd())) origins.push(origin);
      if (origins.length > 1 && (options.slug !== undefined || options.image !== undefined)) {
        command.error(`error: --slug and --image are for one story, and these are ${origins.length}`);
      }
      const workplace = await openWorkplace();
      try {
        process.exitCode = await run(workplace, origins, options);
      } finally {
        await workplace.store.close();
      }
    });
}

async function run(
  workplace: Workplace,
  origins: readonly Origin[],
  options: IngestOptions,
): Promise<number> {
  const threads = Math.min(availableParallelism(), mostThreads);
  const readers = origins.length < fewestForWorkers ? readHere : openReaders(threads);
  const { fetchPage, close } = openFetcher({ allows: options.allowPrivate ? () => true : isPublicAddress });
  const dryRun = options.dryRun ?? false;
  const imagesDir = dryRun ? null : workplace.imagesDir;
  const newsroom: Newsroom = { store: workplace.store, readers, now: () => new Date().toISOString(), dryRun };
  const progress = openProgress(origins.length, options.progress);
  const report = options.json
    ? reportJson(workplace.siteUrl)
    : reportLines(origins.length, dryRun, progress.isShown && process.stdout.isTTY);
  const totals = { created: 0, revised: 0, unchanged: 0, failed: 0 };
  const failures: string[] = [];
  const notes: string[] = [];
  try {
    const picture = options.image === undefined ? null : await pictureGiven(options.image, imagesDir);
    const overrides = {
      ...(options.publisher === undefined ? {} : { publisher: options.publisher }),
      ...(options.lang === undefined ? {} : { lang: options.lang }),
      ...(picture?.src == null ? {} : { image: picture.src }),
    };
    const readInput = async () => new Uint8Array(await buffer(process.stdin));
    const opening = { fetchPage, readInput, imagesDir, slug: options.slug ?? null, picture, overrides };
    for await (const outcome of ingestAll(newsroom, origins, opening, threads * 2)) {
      totals[outcome.ingested?.status ?? "failed"] += 1;
      if (outcome.problem !== null) failures.push(`${plain(outcome.path)}: ${plain(outcome.problem)}`);
      for (const warning of outcome.ingested?.warnings ?? []) {
        notes.push(`${plain(outcome.path)}: ${plain(warning)}`);
      }
      for (const decision of outcome.ingested?.unused ?? []) {
        notes.push(
          `${plain(outcome.path)}: a correction fits nothing in the story: ${decisionLine({ decision, wording: null })}`,
        );
      }
      report.add(outcome);
      progress.step();
    }
  } finally {
    progress.stop();
    await Promise.all([readers.close(), close()]);
  }
  report.end();
  for (const line of [...notes, ...failures]) say(line);
  if (origins.length > 1 && !options.json) say(summaryOf(totals, progress.seconds()));
  return failures.length === 0 ? 0 : 1;
}

async function pictureGiven(file: string, imagesDir: string | null): Promise<StoredPicture> {
  const bytes = await readFile(file).catch(() => null);
  if (bytes === null) throw new Unreadable(`--image: no such file: ${file}`);
  try {
    return await storePicture(bytes, imagesDir);
  } catch (error) {
    if (error instanceof Unreadable) throw new Unreadable(`--image: ${file} ${error.message}`);
    throw error;
  }
}

/** JSON, one story at a time, so that ten thousand need no more memory than one. */
function reportJson(siteUrl: string) {
  let first = true;
  return {
    add({ path, ingested, problem }: Outcome): void {
      const article = ingested?.article ?? null;
      const row = {
        path,
        status: ingested?.status ?? "failed",
        slug: article?.slug ?? null,
        revision: article?.revision ?? null,
        article: article === null ? null : { ...article, url: `${siteUrl}${articlePath(article.slug)}` },
        problem,
      };
      process.stdout.write(`${first ? "[\n" : ",\n"}${JSON.stringify(row)}`);
      first = false;
    },
    end: (): void => print(first ? "[]" : "\n]"),
  };
}

/** A person's report: whole for a few stories, a line each for many. */
function reportLines(stories: number, dryRun: boolean, isQuiet: boolean) {
  const isDetailed = stories <= mostDetailed;
  return {
    add({ ingested }: Outcome): void {
      if (ingested === null || (isQuiet && !dryRun)) return;
      const { status, article, change } = ingested;
      const would = dryRun && status !== "unchanged" ? "would be " : "";
      if (isDetailed || status !== "unchanged") {
        print(
          `${styled("bold", `${would}${status}`)}  ${articlePath(article.slug)}  revision ${article.revision}`,
        );
      }
      if (change !== null && status === "revised" && (isDetailed || dryRun)) printChange(change);
      if (!isDetailed) return;
      printFields(article);
      printQuotations(article);
      print();
    },
    end: (): void => {},
  };
}

function summaryOf(totals: Readonly<Record<string, number>>, seconds: number): string {
  const sum = Object.values(totals).reduce((a, b) => a + b, 0);
  const parts = Object.entries(totals).flatMap(([name, number]) =>
    number === 0 ? [] : `${number.toLocaleString("en")} ${name}`,
  );
  const rate = seconds > 0 ? `, ${Math.round(sum / seconds).toLocaleString("en")} a second` : "";
  return `${count(sum, "story", "stories")} in ${seconds.toFixed(1)} s${rate}: ${parts.join(", ")}`;
}

function parseSlug(value: string): string {
  if (isSlug(value)) return value;
  throw new InvalidArgumentError(`“${slugOf(value)}” could be one.`);
}

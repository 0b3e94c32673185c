import type { Command } from "commander";
import type { Context } from "#cli/context.ts";
import { decisionLine } from "#cli/corrections/decision-line.ts";
import { summarizeChange } from "#cli/report/change.ts";
import { printFields, printQuotations } from "#cli/report/story.ts";
import { openTerminal, plain, type Terminal } from "#cli/terminal.ts";
import { openWorkspace } from "#cli/workspace.ts";
import type { Correction } from "#model/correction.ts";
import { unusedCorrections } from "#newsroom/corrections/apply-corrections.ts";
import { type ReadSource, readSource } from "#newsroom/reading/read-source.ts";
import { Unreadable } from "#newsroom/unreadable.ts";
import type { Published } from "#store/store.ts";

/** A correction that stands in the story's own front matter has no number: it is undone there. */
type Shown = Omit<Correction, "number" | "madeAt"> & {
  readonly number: number | null;
  readonly madeAt: string | null;
};

/** `verbatim show SLUG`: a story as it is published. */
export function registerShow(program: Command, context: Context): void {
  program
    .command("show")
    .summary("show a story as it is published")
    .description("Shows a story’s fields, quotations, speakers, revisions and corrections.")
    .argument("<slug>", "the last part of the story’s address")
    .option("--json", "as JSON")
    .action(async (slug: string, { json }: { readonly json?: true }) => {
      const terminal = openTerminal(context.streams);
      const { store } = await openWorkspace(context);
      try {
        const published = await store.articles.published(slug);
        if (published === null) throw new Unreadable(`there is no story “${slug}”`);
        const revisions = await store.articles.changes(slug, "publisher");
        const read = readAgain(published);
        const corrections = [...inFrontMatter(read), ...(await store.corrections.list(slug))];
        const { article, permalinks, unpublished } = published;
        if (json)
          terminal.print(
            JSON.stringify({ article, unpublished, revisions, corrections, permalinks }, null, 2),
          );
        else
          show(terminal, {
            article,
            unpublished,
            revisions,
            corrections,
            unused: unusedIn(read, corrections),
          });
      } finally {
        await store.close();
      }
    });
}

const readAgain = ({ sourceText }: Published): ReadSource =>
  readSource({ ...sourceText, lang: sourceText.overrides.lang ?? null });

/** Those that fit nothing in the story as it is now. */
const unusedIn = ({ reading, story }: ReadSource, corrections: readonly Shown[]): ReadonlySet<Shown> =>
  new Set(unusedCorrections(reading, story.blocks, corrections));

function inFrontMatter({ story }: ReadSource): readonly Shown[] {
  return story.decisions.map((decision) => ({
    number: null,
    decision,
    wording: null,
    madeAt: null,
    origin: "front-matter",
  }));
}

interface ShownStory {
  readonly article: Published["article"];
  readonly unpublished: Published["unpublished"];
  readonly revisions: readonly {
    readonly revision: number;
    readonly date: string;
    readonly quotations: Parameters<typeof summarizeChange>[0];
  }[];
  readonly corrections: readonly Shown[];
  readonly unused: ReadonlySet<Shown>;
}

function show(
  terminal: Terminal,
  { article, unpublished, revisions, corrections, unused }: ShownStory,
): void {
  const { print, styled } = terminal;
  print(`${styled("bold", article.url)}  revision ${article.revision}`);
  if (unpublished !== null) {
    const { date, reason } = unpublished;
    print(`  ${styled("yellow", `off since ${date}${reason === null ? "" : `: ${plain(reason)}`}`)}`);
  }
  printFields(terminal, article);
  printQuotations(terminal, article);
  print();
  print(`  ${styled("bold", "revisions")}`);
  for (const { revision, date, quotations } of revisions) {
    print(
      `  ${String(revision).padStart(3)}  ${date}  ${revision === 1 ? "published" : summarizeChange(quotations)}`,
    );
  }
  if (corrections.length === 0) return;
  print();
  print(`  ${styled("bold", "corrections")}`);
  for (const correction of corrections) {
    const number = correction.number === null ? "" : String(correction.number);
    const notes = [
      ...(correction.number === null ? ["front matter"] : []),
      ...(unused.has(correction) ? ["rests: fits nothing in the story now"] : []),
    ];
    const note = notes.length === 0 ? "" : ` (${notes.join("; ")})`;
    print(`  ${number.padStart(3)}  ${decisionLine(correction)}${note}`);
  }
}

import { Argument, type Command } from "commander";
import type { Newsroom } from "#newsroom/ingest.ts";
import { readAgain } from "#newsroom/ingest.ts";
import { readHere } from "#newsroom/open-readers.ts";
import { Unreadable } from "#newsroom/unreadable.ts";
import type { Store } from "#store/store.ts";
import { type CorrectOptions, decide, decisionNames } from "./decide.ts";
import { decisionLine } from "./decision-line.ts";
import { openWorkplace } from "./open-workplace.ts";
import { printChange } from "./report-change.ts";
import { print } from "./terminal.ts";

const help = `
A quotation is named by its id (verbatim show SLUG lists them) or by its first words.

Decisions:
  speaker QUOTATION NAME    these words are NAME’s (--role gives a role, --nobody instead of NAME takes the speaker away)
  not-a-quotation WORDS     these words are no quotation
  quotation WORDS [NAME]    these words are one, though the engine did not see it
  role NAME ROLE            NAME’s role (--nobody instead of ROLE takes it away)
  same-person NAME AS       NAME and AS are one person, called AS
  spelling NAME AS          NAME is spelled AS
  undo NUMBER               takes a decision back (verbatim show SLUG lists them)

Examples:
  verbatim correct pier-saved speaker "We will rebuild" "Ada Berg" --role "harbour master"
  verbatim correct pier-saved not-a-quotation temporary
  verbatim correct pier-saved quotation "no comment" "Ada Berg"
  verbatim correct pier-saved role "Ada Berg" "harbour master"
  verbatim correct pier-saved same-person "the harbour master" "Ada Berg"
  verbatim correct pier-saved spelling "Ada Burg" "Ada Berg"
  verbatim correct pier-saved undo 2`;

/** `verbatim correct SLUG …`: an editor's decisions, which outlast new revisions and new engines. */
export function registerCorrect(program: Command): void {
  program
    .command("correct")
    .summary("correct who said what; undo")
    .description(
      "Records an editor’s decision about a story, and publishes what it changes. It holds through\n" +
        "later revisions and newer engines, wherever the same words stand, until it is undone.",
    )
    .argument("<slug>", "the last part of the story’s address")
    .addArgument(new Argument("<decision>", "what is decided").choices([...decisionNames, "undo"]))
    .argument("[words...]", "what it is about")
    .option("--role <role>", "the speaker’s role")
    .option("--nobody", "no speaker, or no role")
    .addHelpText("after", help)
    .action(
      async (slug: string, name: string, words: string[], options: CorrectOptions, command: Command) => {
        const { store } = await openWorkplace();
        try {
          if (name === "undo") await undo(store, slug, words);
          else await add(store, slug, name, words, options);
          const newsroom: Newsroom = {
            store,
            readers: readHere,
            now: () => new Date().toISOString(),
            dryRun: false,
          };
          const { status, article, change } = await readAgain(newsroom, slug);
          print(
            status === "unchanged"
              ? "  nothing on the page changes"
              : `  published as revision ${article.revision}`,
          );
          if (change !== null) printChange(change);
        } catch (error) {
          if (error instanceof RangeError) command.error(`error: ${error.message}`);
          throw error;
        } finally {
          await store.close();
        }
      },
    );
}

async function add(
  store: Store,
  slug: string,
  name: string,
  words: readonly string[],
  options: CorrectOptions,
): Promise<void> {
  const article = await store.articles.find(slug);
  if (article === null) throw new Unreadable(`there is no story “${slug}”`);
  const decided = decide(article, name, words, options);
  const madeAt = new Date().toISOString();
  const correction = await store.corrections.add(slug, { ...decided, madeAt, origin: "editor" });
  print(`${correction.number}  ${decisionLine(correction)}`);
}

async function undo(store: Store, slug: string, [number, ...more]: readonly string[]): Promise<void> {
  if (number === undefined || more.length > 0 || !/^\d{1,9}$/u.test(number)) {
    throw new RangeError("undo takes the number of one decision");
  }
  if ((await store.articles.find(slug)) === null) throw new Unreadable(`there is no story “${slug}”`);
  if (!(await store.corrections.undo(slug, Number(number)))) {
    throw new Unreadable(`“${slug}” has no decision number ${number} to undo`);
  }
  print(`decision ${number} is undone`);
}

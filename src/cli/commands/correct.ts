import { Argument, type Command } from "commander";
import type { Context } from "#cli/context.ts";
import { type CorrectOptions, decide, decisionNames } from "#cli/corrections/decide.ts";
import { decisionLine } from "#cli/corrections/decision-line.ts";
import { printChange } from "#cli/report/change.ts";
import { openTerminal, type Terminal } from "#cli/terminal.ts";
import { openWorkspace } from "#cli/workspace.ts";
import { readAgain } from "#newsroom/ingest/ingest.ts";
import type { Newsroom } from "#newsroom/newsroom.ts";
import { readHere } from "#newsroom/reading/open-readers.ts";
import { Unreadable } from "#newsroom/unreadable.ts";
import type { Store } from "#store/store.ts";

const help = `
Name a quotation by its first words, or by the id that verbatim show SLUG prints under it.

Who said it
  speaker "We will rebuild" "Ada Berg"         these words are Ada Berg’s
      … --role "harbour master"                and this is what she is
  speaker "We will rebuild" --nobody           the story does not say whose they are

What is a quotation
  not-a-quotation "temporary"                  these words are not anybody’s, in spite of their marks
  quotation "no comment" "Ada Berg"            these words are Ada Berg’s, though they were missed
  quotation "no comment"                       the same, and the story does not say whose they are

Who somebody is
  role "Ada Berg" "harbour master"             what she is
  role "Ada Berg" --nobody                     nothing that the page should say
  same-person "the harbour master" "Ada Berg"  both are one person, and the page calls her Ada Berg
  spelling "Ada Burg" "Ada Berg"               how her name is spelled

Taking it back
  undo 2                                       decision 2 of those that verbatim show SLUG lists

For example:
  verbatim correct pier-saved speaker "We will rebuild" "Ada Berg" --role "harbour master"

A story in Markdown can carry the same decisions in its front matter, and then they are undone there:
  corrections:
    - quotation: We will rebuild
      speaker: Ada Berg
      role: harbour master
    - not-a-quotation: temporary
    - quotation: no comment
      add: true
      speaker: Ada Berg
    - name: Ada Berg
      role: harbour master
    - name: the harbour master
      same-as: Ada Berg
    - name: Ada Burg
      spelling: Ada Berg`;

/** `verbatim correct SLUG …`: an editor's decisions, which outlast new revisions and new engines. */
export function registerCorrect(program: Command, context: Context): void {
  program
    .command("correct")
    .summary("correct who said what; undo")
    .description(
      "Corrects who said what in a story, and publishes the change at once. A correction stays made: " +
        "through later edits of the story and newer versions of Verbatim, for as long as the words stand, until it is undone.",
    )
    .argument("<slug>", "the last part of the story’s address")
    .addArgument(new Argument("<decision>", "what is decided").choices([...decisionNames, "undo"]))
    .argument("[words...]", "what it is about")
    .option("--role <role>", "the speaker’s role")
    .option("--nobody", "no speaker, or no role")
    .addHelpText("after", help)
    .action(
      async (slug: string, name: string, words: string[], options: CorrectOptions, command: Command) => {
        const terminal = openTerminal(context.streams);
        const { store } = await openWorkspace(context);
        try {
          if (name === "undo") await undo(terminal, store, slug, words);
          else await add(terminal, store, slug, name, words, options);
          const newsroom: Newsroom = {
            store,
            readers: readHere,
            now: () => new Date().toISOString(),
            dryRun: false,
          };
          const { status, article, change, unpublished } = await readAgain(newsroom, slug);
          terminal.print(
            status === "unchanged"
              ? "  nothing on the page changes"
              : unpublished === null
                ? `  published as revision ${article.revision}`
                : `  kept as revision ${article.revision} of a story that is off; verbatim publish ${slug} brings it back`,
          );
          if (change !== null) printChange(terminal, change);
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
  { print }: Terminal,
  store: Store,
  slug: string,
  name: string,
  words: readonly string[],
  options: CorrectOptions,
): Promise<void> {
  const published = await store.articles.published(slug);
  if (published === null) throw new Unreadable(`there is no story “${slug}”`);
  const decided = decide(published.article, name, words, options);
  const madeAt = new Date().toISOString();
  const correction = await store.corrections.add(slug, { ...decided, madeAt, origin: "editor" });
  print(`${correction.number}  ${decisionLine(correction)}`);
}

async function undo(
  { print }: Terminal,
  store: Store,
  slug: string,
  [number, ...more]: readonly string[],
): Promise<void> {
  if (number === undefined || more.length > 0 || !/^\d{1,9}$/u.test(number)) {
    throw new RangeError("undo takes the number of one decision");
  }
  if ((await store.articles.published(slug)) === null) throw new Unreadable(`there is no story “${slug}”`);
  if (!(await store.corrections.undo(slug, Number(number)))) {
    throw new Unreadable(`“${slug}” has no decision number ${number} to undo`);
  }
  print(`decision ${number} is undone`);
}

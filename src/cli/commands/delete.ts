import { rm } from "node:fs/promises";
import { basename, join } from "node:path";
import type { Command } from "commander";
import type { Context } from "#cli/context.ts";
import { emptyCards } from "#cli/data-folder.ts";
import { count, openTerminal } from "#cli/terminal.ts";
import { openWorkspace, type Workspace } from "#cli/workspace.ts";

interface DeleteOptions {
  readonly yes?: true;
  readonly samples?: true;
}

/** `verbatim delete SLUG --yes` and `verbatim delete --samples`: for good. */
export function registerDelete(program: Command, context: Context): void {
  program
    .command("delete")
    .summary("delete a story for good, or the samples")
    .description(
      "Deletes a story for good, with its revisions, links, corrections, votes and pictures: there is no way back. " +
        "With --samples, the stories that came with the first start, which then do not come again. To take a story " +
        "off and keep what belongs to it there is “verbatim unpublish”.",
    )
    .argument("[slug]", "the last part of the story’s address")
    .option("--yes", "that it is meant: without it nothing is deleted")
    .option("--samples", "the stories that came with the first start, instead of one of yours")
    .action(async (slug: string | undefined, { yes, samples }: DeleteOptions, command: Command) => {
      if ((slug === undefined) === (samples === undefined)) {
        command.error("error: name one story, or --samples");
      }
      if (slug !== undefined && yes === undefined) {
        command.error(`error: this deletes “${slug}” and its votes for good; add --yes if that is meant`);
      }
      const workspace = await openWorkspace(context);
      const { print } = openTerminal(context.streams);
      try {
        if (slug === undefined) {
          const deleted = await deleteSamples(workspace);
          print(deleted === 0 ? "there are no samples" : `${count(deleted, "sample")} deleted`);
        } else {
          await deleteStory(workspace, slug);
          print(`${slug} is deleted`);
        }
      } finally {
        await workspace.store.close();
      }
    });
}

async function deleteSamples(workspace: Workspace): Promise<number> {
  const { publication } = workspace.store;
  // First, so that none comes again where this is interrupted.
  await publication.refuseSamples();
  const slugs = await publication.samples();
  for (const slug of slugs) await deleteStory(workspace, slug);
  return slugs.length;
}

/** The story; its pictures, where no other story has them; and every drawn card, for none says whose words it shows. */
async function deleteStory({ store, dataDir, imagesDir }: Workspace, slug: string): Promise<void> {
  const pictures = await store.publication.delete(slug);
  for (const src of pictures) await rm(join(imagesDir, basename(src)), { force: true });
  await emptyCards(dataDir);
}

import { type Command, InvalidArgumentError } from "commander";
import type { Context } from "#cli/context.ts";
import { openTerminal, plain } from "#cli/terminal.ts";
import { openWorkspace } from "#cli/workspace.ts";

/** As long as a paragraph; a longer explanation is a story of its own. */
const longestReason = 1_000;

/** `verbatim unpublish SLUG`: takes a story off. */
export function registerUnpublish(program: Command, context: Context): void {
  program
    .command("unpublish")
    .summary("take a story off; publish brings it back")
    .description(
      "Takes a story off, at once and on every server: its pages and those of its quotations, cards and frames " +
        "say that it is gone (410) and why, no list has it, and devices that kept it let it go at their next " +
        "visit. Its votes, links and revisions stay, for “verbatim publish”; its pictures stay at addresses of " +
        "their own, which nothing names any more, until it is deleted.",
    )
    .argument("<slug>", "the last part of the story’s address")
    .option("--why <reason>", "what readers are told", parseReason)
    .action(async (slug: string, { why = null }: { readonly why?: string | null }) => {
      const { store } = await openWorkspace(context);
      try {
        const { reason } = await store.publication.unpublish(slug, why);
        openTerminal(context.streams).print(
          `${slug} is off${reason === null ? "" : `: ${reason}`}; verbatim publish ${slug} brings it back`,
        );
      } finally {
        await store.close();
      }
    });
}

/** `verbatim publish SLUG`: brings back what was taken off. */
export function registerPublish(program: Command, context: Context): void {
  program
    .command("publish")
    .summary("bring back a story that was taken off")
    .description("Brings back a story that was taken off, with its links and its votes.")
    .argument("<slug>", "the last part of the story’s address")
    .action(async (slug: string) => {
      const { store } = await openWorkspace(context);
      try {
        const wasOff = await store.publication.publish(slug);
        openTerminal(context.streams).print(wasOff ? `${slug} is published again` : `${slug} was not off`);
      } finally {
        await store.close();
      }
    });
}

function parseReason(text: string): string {
  const reason = plain(text).trim();
  if (reason === "") throw new InvalidArgumentError("It says nothing.");
  if (reason.length <= longestReason) return reason;
  throw new InvalidArgumentError(`It is longer than ${longestReason} characters.`);
}

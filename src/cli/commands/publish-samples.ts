import type { Command } from "commander";
import type { Context } from "#cli/context.ts";
import { publishSamples } from "#cli/publish-samples.ts";
import { openWorkspace } from "#cli/workspace.ts";

/** `verbatim publish-samples`: what a first start runs before it serves, in a process of its own. */
export function registerPublishSamples(program: Command, context: Context): void {
  program.command("publish-samples", { hidden: true }).action(async () => {
    const { store, imagesDir } = await openWorkspace(context);
    try {
      await publishSamples(store, imagesDir);
    } finally {
      await store.close();
    }
  });
}

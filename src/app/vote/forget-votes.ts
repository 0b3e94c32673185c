import type { QueryClient } from "@tanstack/react-query";
import { apiPath } from "#model/addresses.ts";
import { clearOutbox } from "./outbox.ts";
import { forgetReaderKey, readerKey } from "./reader-key.ts";
import { leaveQueued, oneAtATime } from "./sync-queue.ts";
import { tellTabs } from "./vote-channel.ts";

/**
 * Has the site delete all of this reader's votes and their cookie, and this
 * device forget the key and whatever still waits. Rejects, with nothing
 * forgotten, when the site cannot be reached.
 */
export async function forgetVotes(client: QueryClient): Promise<void> {
  await oneAtATime(async () => {
    const headers = { "idempotency-key": readerKey() };
    const { ok, status } = await fetch(apiPath("/reader"), { method: "DELETE", headers });
    if (!ok) throw new Error(`to forget was answered with ${status}`);
    clearOutbox();
    forgetReaderKey();
    await leaveQueued([]);
  });
  tellTabs(null);
  await client.invalidateQueries({ queryKey: ["vote"] });
}

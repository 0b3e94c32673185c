import { execFile } from "node:child_process";
import { randomUUID } from "node:crypto";
import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { type Ballot, readOwn, sendTwice } from "#tools/ledger/ballot-box.ts";
import { startSite } from "#tools/support/site.ts";
import { readRichestStory } from "../support/story.ts";

/** How many requests are answered before the backup begins, and how many there are. */
const [first, votes] = [400, 1_000];

test("a site that is backed up under a load of votes goes on elsewhere with all of them", async () => {
  const folder = await mkdtemp(join(tmpdir(), "verbatim-backup-"));
  const site = await startSite();
  try {
    const { slug, image } = await readRichestStory(site.url);
    const ballots: Ballot[] = Array.from({ length: votes }, (_, number) => ({
      key: randomUUID(),
      answer: number % 3 === 0 ? "no" : "yes",
      cookie: null,
    }));
    const archive = join(folder, "site.tar");
    const begun = Promise.withResolvers<readonly Ballot[]>();
    const sending = sendTwice(ballots, {
      clients: 32,
      sites: [site],
      slug,
      onAcknowledged: (count) => {
        if (count === first) begun.resolve(ballots.filter(({ cookie }) => cookie !== null));
      },
    });
    const before = await begun.promise;
    const { status, stderr } = await site.run("backup", archive);
    expect([status, stderr]).toEqual([0, ""]);
    await sending;

    const restored = join(folder, "restored");
    await mkdir(restored);
    await promisify(execFile)("tar", ["-xf", archive, "-C", restored]);
    const elsewhere = await startSite({ samples: false, env: { DATA_DIR: restored } });
    try {
      const answers = await Promise.all(
        before.map(({ cookie }) => readOwn(elsewhere.url, slug, cookie ?? "")),
      );
      expect(answers).toEqual(before.map(({ answer }) => answer));
      const { tally } = (await (await fetch(`${elsewhere.url}/api/articles/${slug}/vote`)).json()) as {
        tally: { yes: number; no: number };
      };
      const days = JSON.parse((await elsewhere.run("votes", slug, "--json", "--per-day")).stdout) as {
        yes: number;
        no: number;
      }[];
      const recount = { yes: 0, no: 0 };
      for (const { yes, no } of days) {
        recount.yes += yes;
        recount.no += no;
      }
      expect(tally).toEqual(recount);
      expect(tally.yes + tally.no).toBeGreaterThanOrEqual(before.length);
      for (const { src } of image?.sources ?? [])
        expect((await fetch(elsewhere.url + src)).headers.get("content-type")).toMatch(/^image\//);
    } finally {
      await elsewhere.stop();
    }
  } finally {
    await site.stop();
    await rm(folder, { recursive: true, force: true });
  }
});

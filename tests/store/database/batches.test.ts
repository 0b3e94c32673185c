import { describe, expect, test, vi } from "vitest";
import { inBatches } from "#store/database/batches.ts";

const full = () => new Error("full");

/** Batches that note what they were given, and double each number; 13 spoils its whole batch. */
function doubling(limits: { readonly batchLimit: number; readonly queueLimit: number }) {
  const runs: number[][] = [];
  const batches = inBatches<number, number>({
    ...limits,
    full,
    isOwnFault: (error) => error instanceof RangeError,
    run: async (batch) => {
      runs.push([...batch]);
      if (batch.includes(13)) throw new RangeError("unlucky");
      if (batch.includes(99)) throw new Error("away");
      return batch.map((item) => item * 2);
    },
  });
  return { runs, batches };
}

describe("batches", () => {
  test("are shared by those who wait, in the order they came", async () => {
    const { runs, batches } = doubling({ batchLimit: 4, queueLimit: 100 });
    const results = await Promise.all([1, 2, 3, 4, 5, 6].map((item) => batches.add(item)));
    expect(results).toEqual([2, 4, 6, 8, 10, 12]);
    expect(runs).toEqual([
      [1, 2, 3, 4],
      [5, 6],
    ]);
  });

  test("go out before the answers of the last one are told: nobody downstream waits for that", async () => {
    const { runs, batches } = doubling({ batchLimit: 2, queueLimit: 100 });
    const outWhenTold = [1, 2, 3, 4, 5].map((item) => batches.add(item).then(() => runs.length));
    expect(await Promise.all(outWhenTold)).toEqual([2, 2, 3, 3, 3]);
  });

  test("are on their way one after the other, and those who come meanwhile share the next", async () => {
    const sent: string[][] = [];
    const land: (() => void)[] = [];
    const batches = inBatches<string, string>({
      run: async (batch) => {
        sent.push([...batch]);
        await new Promise<void>((resolve) => land.push(resolve));
        return batch;
      },
      isOwnFault: () => false,
      batchLimit: 3,
      queueLimit: 100,
      full,
    });
    const first = batches.add("ann 1");
    await vi.waitFor(() => expect(sent).toEqual([["ann 1"]]));
    const later = ["ben 1", "ann 2", "ann 3", "cat 1"].map((item) => batches.add(item));
    land[0]?.();
    expect(await first).toBe("ann 1");
    await vi.waitFor(() => expect(sent).toEqual([["ann 1"], ["ben 1", "ann 2", "ann 3"]]));
    const closed = batches.close();
    land[1]?.();
    await vi.waitFor(() => expect(sent.at(-1)).toEqual(["cat 1"]));
    land[2]?.();
    await closed;
    expect(await Promise.all(later)).toEqual(["ben 1", "ann 2", "ann 3", "cat 1"]);
  });

  test("that are full refuse who comes too late, and lose nobody whom they accepted", async () => {
    const { batches } = doubling({ batchLimit: 2, queueLimit: 3 });
    const outcomes = await Promise.allSettled([1, 2, 3, 4].map((item) => batches.add(item)));
    expect(outcomes.map(({ status }) => status)).toEqual(["fulfilled", "fulfilled", "fulfilled", "rejected"]);
    expect(outcomes[3]).toMatchObject({ reason: { message: "full" } });
    expect(await batches.add(5)).toBe(10);
  });

  test("let the one at fault fail alone", async () => {
    const { batches } = doubling({ batchLimit: 10, queueLimit: 10 });
    const outcomes = await Promise.allSettled([1, 2, 13, 4, 5].map((item) => batches.add(item)));
    expect(outcomes.map((outcome) => (outcome.status === "fulfilled" ? outcome.value : "failed"))).toEqual([
      2,
      4,
      "failed",
      8,
      10,
    ]);
  });

  test("that fail through nobody's fault are not run again", async () => {
    const { runs, batches } = doubling({ batchLimit: 10, queueLimit: 10 });
    const outcomes = await Promise.allSettled([1, 99].map((item) => batches.add(item)));
    expect(outcomes.every(({ status }) => status === "rejected")).toBe(true);
    expect(runs).toHaveLength(1);
  });

  test("answer what they accepted before they close, and refuse the rest", async () => {
    const { batches } = doubling({ batchLimit: 1, queueLimit: 10 });
    const accepted = [1, 2, 3].map((item) => batches.add(item));
    await batches.close();
    expect(await Promise.all(accepted)).toEqual([2, 4, 6]);
    await expect(batches.add(4)).rejects.toThrow("full");
  });
});

import { setImmediate as nextTurn } from "node:timers/promises";
import { expect, test } from "vitest";
import { takeTurns } from "#server/cache/take-turns.ts";

test("steps are done one at a time, in their order, one that fails included", async () => {
  const inTurn = takeTurns();
  const said: string[] = [];
  const step = (name: string) => async () => {
    said.push(`${name} begins`);
    await nextTurn();
    said.push(`${name} ends`);
    if (name === "second") throw new Error("it failed");
    return name;
  };
  const results = await Promise.allSettled(["first", "second", "third"].map((name) => inTurn(step(name))));
  expect(said).toEqual(["first", "second", "third"].flatMap((name) => [`${name} begins`, `${name} ends`]));
  expect(results.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "fulfilled"]);
  expect(await inTurn(step("later"))).toBe("later");
});

import { expect, test } from "vitest";
import { balances, keepLedger, settings } from "#tools/ledger/keep-ledger.ts";

test.each(settings)(
  "on %s every acknowledged vote is there once, whatever is killed in mid-load",
  async (setting) => {
    const ledger = await keepLedger({ setting, votes: 300, clients: 64, kills: 1 });
    expect(ledger).toMatchObject({ acknowledged: 600, lost: 0, doubled: 0, tally: { yes: 200, no: 100 } });
    expect(balances(ledger)).toBe(true);
  },
);

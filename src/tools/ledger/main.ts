/**
 * `npm run ledger [VOTES]`: 64 clients send 30,000 votes, every one of them
 * twice, while servers are killed three times and PostgreSQL is stopped at
 * once; prints what was acknowledged and what is there, and exits 1 when the
 * two differ.
 */
import { fileURLToPath } from "node:url";
import { buildSite } from "#cli/build-site.ts";
import { exitOn } from "#tools/support/leave-nothing.ts";
import { readOptions } from "#tools/support/read-options.ts";
import { balances, keepLedger, type Ledger, settings } from "./keep-ledger.ts";

const { positionals } = readOptions(
  `Usage: npm run ledger [-- VOTES]

Sends that many votes, 30,000 when not said, each of them twice, while servers are killed and PostgreSQL is stopped, and
prints what was acknowledged and what is there. Ends with status 1 when the two differ.`,
  {},
);
const votes = Number(positionals[0] ?? 30_000);
exitOn("SIGINT", "SIGTERM");
await buildSite(fileURLToPath(new URL("../../../dist", import.meta.url)));
const ledgers: Ledger[] = [];
for (const setting of settings) {
  console.error(`${votes} votes, each sent twice, on ${setting} …`);
  ledgers.push(await keepLedger({ setting, votes, clients: 64, kills: 3 }));
}
console.table(
  ledgers.map((ledger) => ({
    setting: ledger.setting,
    votes: ledger.votes,
    acknowledged: ledger.acknowledged,
    "sent again": ledger.repeated,
    kills: ledger.kills,
    "database stops": ledger.databaseStops,
    lost: ledger.lost,
    doubled: ledger.doubled,
    tally: `${ledger.tally.yes} : ${ledger.tally.no}`,
    recount: `${ledger.recount.yes} : ${ledger.recount.no}`,
    seconds: Math.round(ledger.seconds),
    balances: balances(ledger) ? "yes" : "NO",
  })),
);
process.exitCode = ledgers.every(balances) ? 0 : 1;

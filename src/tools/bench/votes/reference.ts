/**
 * What votes are measured against: `node:http` and a database, nothing else.
 * It keeps what a vote is (reader, story, answer, time) in a group commit as
 * durable as ours, adds the batch to one row of tally in the same commit, and
 * then answers with that tally and a cookie, as ours does.
 *
 * What it leaves out: checks of the request, signatures, security headers,
 * logs, votes that are changed or withdrawn, bursts, several servers, a second
 * index for results by day.
 *
 * `reference.ts DATABASE_URL|- DATA_DIR` prints its port.
 */
import { createServer } from "node:http";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import pg from "pg";

interface Vote {
  readonly reader: string;
  readonly slug: string;
  readonly enjoyed: number;
  readonly at: number;
}
interface Tally {
  readonly yes: number;
  readonly no: number;
}
/** All votes of a batch are on one story. */
type Commit = (votes: readonly Vote[]) => Tally | Promise<Tally>;

const [databaseUrl, dataDir] = process.argv.slice(2);
if (databaseUrl === undefined || dataDir === undefined) throw new Error("two arguments");
const commit: Commit = databaseUrl === "-" ? openSqlite(dataDir) : await openPostgres(databaseUrl);

let queue: { readonly vote: Vote; readonly answer: (tally: Tally) => void }[] = [];
let working = false;
async function work(): Promise<void> {
  working = true;
  await new Promise(setImmediate);
  while (queue.length > 0) {
    const batch = queue;
    queue = [];
    const tally = await commit(batch.map(({ vote }) => vote));
    for (const { answer } of batch) answer(tally);
  }
  working = false;
}

const server = createServer((request, response) => {
  let body = "";
  request.setEncoding("utf8");
  request.on("data", (chunk: string) => {
    body += chunk;
  });
  request.on("end", () => {
    const { enjoyed } = JSON.parse(body) as { enjoyed: boolean };
    const vote = {
      reader: String(request.headers["idempotency-key"]),
      slug: (request.url ?? "").slice("/api/articles/".length, -"/vote".length),
      enjoyed: Number(enjoyed),
      at: Date.now(),
    };
    const answer = (tally: Tally) => {
      const text = JSON.stringify({ tally, mine: enjoyed ? "yes" : "no" });
      response.writeHead(200, {
        "Content-Type": "application/json",
        "Content-Length": text.length,
        "Cache-Control": "no-store",
        "Set-Cookie": `reader=${vote.reader}; Path=/; HttpOnly; SameSite=Lax`,
      });
      response.end(text);
    };
    queue.push({ vote, answer });
    if (!working) void work();
  });
});
server.listen(0, "127.0.0.1", () => {
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port to listen on");
  console.log(address.port);
});

function openSqlite(folder: string): Commit {
  const file = new DatabaseSync(join(folder, "reference.db"));
  file.exec("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL");
  file.exec(
    "create table vote (reader text, slug text, enjoyed integer, voted_at integer, primary key (reader, slug))",
  );
  file.exec("create table tally (slug text primary key, yes integer, no integer)");
  const insert = file.prepare(
    `insert into vote values (?, ?, ?, ?) on conflict (reader, slug)
     do update set enjoyed = excluded.enjoyed, voted_at = excluded.voted_at`,
  );
  const add = file.prepare(
    `insert into tally values (?, ?, ?) on conflict (slug)
     do update set yes = yes + excluded.yes, no = no + excluded.no returning yes, no`,
  );
  return (votes) => {
    file.exec("begin immediate");
    for (const { reader, slug, enjoyed, at } of votes) insert.run(reader, slug, enjoyed, at);
    const yes = votes.reduce((total, { enjoyed }) => total + enjoyed, 0);
    const tally = add.get(votes[0]?.slug ?? "", yes, votes.length - yes) as unknown as Tally;
    file.exec("commit");
    return tally;
  };
}

async function openPostgres(url: string): Promise<Commit> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(
    `create table vote (reader text, slug text, enjoyed smallint, voted_at bigint, primary key (reader, slug));
     create table tally (slug text primary key, yes integer, no integer)`,
  );
  return async (votes) => {
    const yes = votes.reduce((total, { enjoyed }) => total + enjoyed, 0);
    const { rows } = await client.query<Tally>({
      name: "vote",
      text: `with votes as (
               insert into vote select * from unnest($1::text[], $2::text[], $3::smallint[], $4::bigint[])
               on conflict (reader, slug) do update set enjoyed = excluded.enjoyed, voted_at = excluded.voted_at
             )
             insert into tally values ($5, $6, $7) on conflict (slug)
             do update set yes = tally.yes + excluded.yes, no = tally.no + excluded.no returning yes, no`,
      values: [
        votes.map(({ reader }) => reader),
        votes.map(({ slug }) => slug),
        votes.map(({ enjoyed }) => enjoyed),
        votes.map(({ at }) => at),
        votes[0]?.slug,
        yes,
        votes.length - yes,
      ],
    });
    const [tally] = rows;
    if (tally === undefined) throw new Error("the tally was not answered");
    return tally;
  };
}

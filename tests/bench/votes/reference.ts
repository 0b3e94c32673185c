/**
 * What votes are measured against: `node:http` and a database, nothing else.
 * It reads a vote, keeps it in a group commit as durable as ours, and answers.
 * No validation, no signatures, no headers, no tally.
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
}

const [databaseUrl, dataDir] = process.argv.slice(2);
if (databaseUrl === undefined || dataDir === undefined) throw new Error("two arguments");
const commit = databaseUrl === "-" ? openSqlite(dataDir) : await openPostgres(databaseUrl);

let queue: { readonly vote: Vote; readonly answer: () => void }[] = [];
let working = false;
async function work(): Promise<void> {
  working = true;
  await new Promise(setImmediate);
  while (queue.length > 0) {
    const batch = queue;
    queue = [];
    await commit(batch.map(({ vote }) => vote));
    for (const { answer } of batch) answer();
  }
  working = false;
}

const answerText = '{"tally":{"yes":0,"no":0},"mine":"yes"}';
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
    };
    const answer = () => {
      response.writeHead(200, { "Content-Type": "application/json", "Content-Length": answerText.length });
      response.end(answerText);
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

function openSqlite(folder: string): (votes: readonly Vote[]) => void {
  const file = new DatabaseSync(join(folder, "reference.db"));
  file.exec("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL");
  file.exec("create table vote (reader text, slug text, enjoyed integer, primary key (reader, slug))");
  const insert = file.prepare(
    "insert into vote values (?, ?, ?) on conflict (reader, slug) do update set enjoyed = excluded.enjoyed",
  );
  return (votes) => {
    file.exec("begin immediate");
    for (const { reader, slug, enjoyed } of votes) insert.run(reader, slug, enjoyed);
    file.exec("commit");
  };
}

async function openPostgres(url: string): Promise<(votes: readonly Vote[]) => Promise<void>> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(
    "create table vote (reader text, slug text, enjoyed smallint, primary key (reader, slug))",
  );
  return async (votes) => {
    await client.query({
      name: "vote",
      text: `insert into vote select * from unnest($1::text[], $2::text[], $3::smallint[])
             on conflict (reader, slug) do update set enjoyed = excluded.enjoyed`,
      values: [
        votes.map(({ reader }) => reader),
        votes.map(({ slug }) => slug),
        votes.map(({ enjoyed }) => enjoyed),
      ],
    });
  };
}

import { randomUUID } from "node:crypto";
import pg from "pg";

/** Makes an empty database on a running PostgreSQL; its address. */
export async function createPostgresDatabase(postgresUrl: string): Promise<string> {
  const name = `test_${randomUUID().replaceAll("-", "")}`;
  const client = new pg.Client({ connectionString: postgresUrl });
  await client.connect();
  await client.query(`create database ${name}`);
  await client.end();
  return Object.assign(new URL(postgresUrl), { pathname: `/${name}` }).href;
}

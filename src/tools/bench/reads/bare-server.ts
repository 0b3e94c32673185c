/**
 * What reads are measured against: `node:http` and the same bytes, nothing
 * else. No routes, no negotiation, no security headers.
 *
 * `bare-server.ts FOLDER` serves the folder's files under their names.
 */
import { readdirSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";

const [folder] = process.argv.slice(2);
if (folder === undefined) throw new Error("one argument");
const files = new Map(readdirSync(folder).map((name) => [`/${name}`, readFileSync(join(folder, name))]));
const types: Readonly<Record<string, string>> = {
  "/page": "text/html; charset=utf-8",
  "/json": "application/json; charset=utf-8",
};

const server = createServer((request, response) => {
  const { url = "" } = request;
  const body = files.get(url);
  if (body === undefined) throw new Error(`nobody measures ${url}`);
  response.writeHead(200, {
    "Content-Type": types[url] ?? "",
    "Content-Encoding": "br",
    "Content-Length": body.length,
  });
  response.end(body);
});
server.listen(0, "127.0.0.1", () => {
  const address = server.address();
  if (address !== null && typeof address === "object") console.log(`http://127.0.0.1:${address.port}`);
});

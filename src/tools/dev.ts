/**
 * `npm run dev`: the server with hot reload of the app. A change to what the server itself runs (server, newsroom,
 * store …) starts it anew; Vite sees to the app.
 */
import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { endWithUs, exitOn } from "./support/leave-nothing.ts";
import { readOptions } from "./support/read-options.ts";

readOptions(
  `Usage: npm run dev

Serves the sample stories with hot reload; a change to the server starts it anew. PORT, HOST, DATA_DIR and the other
settings are those of \`verbatim serve\`.`,
  {},
);
exitOn("SIGINT", "SIGTERM");
const main = fileURLToPath(new URL("../cli/main.ts", import.meta.url));
const server = spawn(
  process.execPath,
  ["--watch", "--watch-preserve-output", main, "serve", "--samples", "--dev"],
  { stdio: "inherit" },
);
endWithUs(server, "SIGTERM");
server.once("exit", (status) => process.exit(status ?? 1));

// Comes first in npm's scripts, and in what `verbatim` starts (node --import).
import { existsSync } from "node:fs";
import { isMainThread } from "node:worker_threads";
import { isNewEnough, nodePackage, oldestMajor } from "./own-node.js";

/** One line for what is not installed, instead of Node's own many; null when all is there. */
function missing() {
  if (!isNewEnough)
    return (
      `Node ${oldestMajor} is needed and this is ${process.version}; the project brings its own as the optional ` +
      `package ${nodePackage}, which is not installed: run \`npm ci --include=optional\`.`
    );
  const [, program = ""] = process.argv;
  return existsSync(program)
    ? null
    : `${program} is not installed: it needs the development packages (\`npm ci --include=dev\`).`;
}

/**
 * Ends with npm. npm gives a signal to the shell that it started, and some shells (Debian's) end by it without a word
 * to what they run, which would go on alone.
 */
function endWithNpm() {
  const { ppid } = process;
  const watch = setInterval(() => {
    if (process.ppid === ppid) return;
    clearInterval(watch);
    process.kill(process.pid, "SIGTERM");
  }, 250).unref();
}

const line = missing();
if (line !== null) {
  process.stderr.write(`${line}\n`);
  process.exit(1);
}
if (isMainThread) endWithNpm();

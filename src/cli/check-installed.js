// Comes first in npm's scripts (node --import): one line for what is not installed, instead of Node's own many.
import { existsSync } from "node:fs";
import { isNewEnough, nodePackage, oldestMajor } from "./own-node.js";

const missing = () => {
  if (!isNewEnough)
    return (
      `Node ${oldestMajor} is needed and this is ${process.version}; the project brings its own as the optional ` +
      `package ${nodePackage}, which is not installed: run \`npm ci --include=optional\`.`
    );
  const [, program = ""] = process.argv;
  return existsSync(program)
    ? null
    : `${program} is not installed: it needs the development packages (\`npm ci --include=dev\`).`;
};

const line = missing();
if (line !== null) {
  process.stderr.write(`${line}\n`);
  process.exit(1);
}

import { runVerbatim } from "./verbatim.ts";

/** How long a stopping server may take over what it has accepted, in milliseconds. */
const stopTimeout = 10_000;

let isStopping = false;

/** The first signal asks to stop; a second one, or none in time, ends the process. */
const stopSignal = () =>
  new Promise<NodeJS.Signals>((resolve) => {
    const stop = (signal: NodeJS.Signals) => {
      if (isStopping) process.exit(1);
      isStopping = true;
      setTimeout(() => process.exit(1), stopTimeout).unref();
      resolve(signal);
    };
    process.on("SIGTERM", stop).on("SIGINT", stop);
  });

// Whoever reads a pipe may stop reading: `verbatim votes | head`.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
  process.exit(0);
});

const { stdin, stdout, stderr } = process;
process.exitCode = await runVerbatim({
  argv: process.argv.slice(2),
  env: process.env,
  cwd: process.cwd(),
  streams: { stdin, stdout, stderr },
  stopSignal,
});
// What a stopped server has left open must not keep the process.
if (isStopping) process.exit();

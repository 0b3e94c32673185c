import { Presets, SingleBar } from "cli-progress";
import type { Output } from "#cli/context.ts";

export interface Progress {
  /** Whether a bar is drawn: lines printed meanwhile would tear it. */
  readonly isShown: boolean;
  step(): void;
  stop(): void;
  /** Seconds since the start, or until the stop. */
  seconds(): number;
}

/** Fewer steps than this are over before a bar is read. */
const fewestForBar = 10;

/** A bar with rate and remaining time on a terminal; silent elsewhere, for few steps, and when never asked for. */
export function openProgress(stream: Output, total: number, when: "auto" | "never"): Progress {
  const start = performance.now();
  let end: number | null = null;
  const isShown = when === "auto" && stream.isTTY === true && total >= fewestForBar;
  const seconds = () => ((end ?? performance.now()) - start) / 1000;
  let done = 0;
  const bar = isShown
    ? new SingleBar(
        {
          format: "{bar} {percentage} %  {value} of {total}  {rate} a second  {eta_formatted} left",
          stream,
          hideCursor: true,
          clearOnComplete: true,
          etaBuffer: 200,
        },
        Presets.rect,
      )
    : null;
  bar?.start(total, 0, { rate: "–" });
  return {
    isShown,
    step() {
      done += 1;
      // A feed is one source and many stories.
      bar?.update(Math.min(done, total), { rate: Math.round(done / Math.max(0.1, seconds())) });
    },
    stop() {
      end ??= performance.now();
      bar?.stop();
    },
    seconds,
  };
}

import { fileURLToPath } from "node:url";

const names = [
  "street-that-became-a-river",
  "hospital-that-turned-down-its-alarms",
  "railway-returns-an-umbrella",
  "mother-beats-son-at-sheepdog-trials",
  "public-services-conference",
] as const;

/** Absolute paths of the stories that a first start shows, newest first; each names its picture beside it. */
export const samples: readonly string[] = names.map((name) =>
  fileURLToPath(new URL(`./${name}.md`, import.meta.url)),
);

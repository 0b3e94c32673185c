import type { Output } from "#cli/context.ts";
import { count, type Terminal } from "#cli/terminal.ts";
import { articlePath } from "#model/addresses.ts";
import type { Outcome } from "#newsroom/ingest/ingest-all.ts";
import { printChange } from "./change.ts";
import { printFields, printQuotations } from "./story.ts";

/** Tells what became of each source as it comes. */
export interface IngestReport {
  add(outcome: Outcome): void;
  end(): void;
}

/** JSON, one story at a time, so that ten thousand need no more memory than one. */
export function reportJson(stdout: Output, siteUrl: string): IngestReport {
  let isFirst = true;
  return {
    add({ path, ingested, problem }) {
      const article = ingested?.article ?? null;
      const row = {
        path,
        status: ingested?.status ?? "failed",
        slug: article?.slug ?? null,
        revision: article?.revision ?? null,
        article: article === null ? null : { ...article, url: `${siteUrl}${articlePath(article.slug)}` },
        problem,
      };
      stdout.write(`${isFirst ? "[\n" : ",\n"}${JSON.stringify(row)}`);
      isFirst = false;
    },
    end: () => void stdout.write(isFirst ? "[]\n" : "\n]\n"),
  };
}

/** More stories than this are reported in a line each. */
const mostDetailed = 3;

/** A person's report: whole for a few stories, a line each for many; none while a bar is drawn over the same terminal. */
export function reportLines(
  terminal: Terminal,
  { stories, dryRun, isBarShown }: { stories: number; dryRun: boolean; isBarShown: boolean },
): IngestReport {
  const { print, styled } = terminal;
  const isDetailed = stories <= mostDetailed;
  return {
    add({ ingested }) {
      if (ingested === null || (isBarShown && !dryRun)) return;
      const { status, article, change } = ingested;
      const would = dryRun && status !== "unchanged" ? "would be " : "";
      if (isDetailed || status !== "unchanged") {
        print(
          `${styled("bold", `${would}${status}`)}  ${articlePath(article.slug)}  revision ${article.revision}`,
        );
      }
      if (change !== null && status === "revised" && (isDetailed || dryRun)) printChange(terminal, change);
      if (!isDetailed) return;
      printFields(terminal, article);
      printQuotations(terminal, article);
      print();
    },
    end() {},
  };
}

/** “3 stories in 1.2 s, 3 a second: 2 created, 1 failed”. */
export function summarize(outcomes: readonly string[], seconds: number): string {
  const sum = outcomes.length;
  const parts = ["created", "revised", "unchanged", "failed"].flatMap((status) => {
    const number = outcomes.filter((each) => each === status).length;
    return number === 0 ? [] : `${number.toLocaleString("en")} ${status}`;
  });
  const rate = seconds > 0 ? `, ${Math.round(sum / seconds).toLocaleString("en")} a second` : "";
  return `${count(sum, "story", "stories")} in ${seconds.toFixed(1)} s${rate}: ${parts.join(", ")}`;
}

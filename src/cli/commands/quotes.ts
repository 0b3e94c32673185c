import { once } from "node:events";
import { createReadStream } from "node:fs";
import { resolve } from "node:path";
import type { Command } from "commander";
import { z } from "zod";
import { type Attribution, attribute } from "#attribution";
import { type Context, Failed, type Streams } from "#cli/context.ts";
import { parseLang } from "#cli/options.ts";
import { readLines } from "#cli/read-lines.ts";
import { fileProblem } from "#newsroom/sources/file-problem.ts";
import { Unreadable } from "#newsroom/unreadable.ts";

const Story = z.object({
  id: z.union([z.string(), z.number()]),
  text: z.string(),
  lang: z.string().optional(),
});

/** Adds `verbatim quotes [FILE]`: JSON Lines in, JSON Lines out, in the same order. */
export function registerQuotes(program: Command, { cwd, streams }: Context): void {
  program
    .command("quotes")
    .summary("say who said what in many texts")
    .description(
      'Reads JSON Lines, {"id": …, "text": "…"} each, and writes JSON Lines in the same order: the quotations ' +
        "of each text with their places in it and their speakers. Lines that hold no text are named and left out.",
    )
    .argument("[file]", "JSON Lines; standard input when absent or -")
    .option("--lang <tag>", "the texts’ language, such as en-GB or de; detected when absent", parseLang)
    .action(async (file: string | undefined, { lang }: { lang?: string }) => {
      const stdin = file === undefined || file === "-" ? streams.stdin : createReadStream(resolve(cwd, file));
      try {
        const failed = await streamQuotes({ ...streams, stdin }, lang);
        if (failed > 0) throw new Failed();
      } catch (error) {
        const problem = fileProblem(error);
        if (file === undefined || problem === null) throw error;
        throw new Unreadable(`${file}: ${problem}`);
      }
    });
}

/**
 * Attributes one story a line, keeping no more than one in memory and waiting whenever the reader of the output
 * does. Lines that hold no story are named on `stderr` and answered with nothing.
 *
 * @returns how many lines failed
 */
export async function streamQuotes({ stdin, stdout, stderr }: Streams, lang?: string): Promise<number> {
  let number = 0;
  let failed = 0;
  for await (const line of readLines(stdin)) {
    number++;
    if ("text" in line && line.text.trim() === "") continue;
    const story = "problem" in line ? line : parseStory(line.text);
    if ("problem" in story) {
      failed++;
      stderr.write(`line ${number}: ${story.problem}\n`);
      continue;
    }
    const tag = lang ?? story.lang;
    const answer = answerFor(
      story.id,
      story.text,
      attribute(story.text, tag === undefined ? {} : { lang: tag }),
    );
    if (!stdout.write(`${JSON.stringify(answer)}\n`)) await once(stdout, "drain");
  }
  return failed;
}

function parseStory(line: string): z.infer<typeof Story> | { readonly problem: string } {
  try {
    return Story.parse(JSON.parse(line));
  } catch {
    return { problem: 'not a story: {"id": …, "text": "…"} expected' };
  }
}

/** One line of output: offsets are into the given text; speakers are given whole with each quotation. */
function answerFor(id: string | number, text: string, { lang, speakers, quotes }: Attribution) {
  const people = speakers.map(({ name, role, kind }) => ({ name, role, kind }));
  return {
    id,
    lang,
    speakers: people,
    quotes: quotes.map(({ start, end, segments, kind, statement, speaker, cue, confidence }) => ({
      start,
      end,
      text: segments.map((segment) => text.slice(segment.start, segment.end)).join("\n"),
      segments,
      kind,
      speaker: speaker === null ? null : (people[speaker] ?? null),
      cue,
      confidence,
      statement,
    })),
  };
}

import { stripVTControlCharacters, styleText } from "node:util";
import type { Streams } from "./context.ts";

type Style = "bold" | "dim" | "red" | "green" | "yellow" | "strikethrough" | "underline";

/** A command's way to whoever runs it. */
export interface Terminal {
  /** Results, for whoever reads or pipes them. */
  readonly print: (line?: string) => void;
  /** Messages, for whoever sits in front. */
  readonly say: (line: string) => void;
  /** Styles for a terminal; plain elsewhere, or with NO_COLOR. */
  readonly styled: (style: Style, text: string) => string;
}

export function openTerminal({ stdout, stderr }: Pick<Streams, "stdout" | "stderr">): Terminal {
  return {
    print: (line = "") => void stdout.write(`${line}\n`),
    say: (line) => void stderr.write(`${line}\n`),
    styled: (style, text) => styleText(style, text, { stream: stdout, validateStream: true }),
  };
}

/** A story's words on one line, without what could steer a terminal. */
export const plain = (text: string): string =>
  stripVTControlCharacters(text)
    .replace(/\s+/gu, " ")
    .replace(/\p{Cc}/gu, "");

/** A number with its noun: “1 story”, “1,200 stories”. */
export const count = (number: number, one: string, many = `${one}s`): string =>
  `${number.toLocaleString("en")} ${number === 1 ? one : many}`;

import { stripVTControlCharacters, styleText } from "node:util";

/** Results, for whoever reads or pipes them. */
export const print = (line = ""): void => {
  process.stdout.write(`${line}\n`);
};

/** Messages, for whoever sits in front. */
export const say = (line: string): void => {
  process.stderr.write(`${line}\n`);
};

type Style = "bold" | "dim" | "red" | "green" | "yellow" | "strikethrough" | "underline";

/** Styles for a terminal; plain elsewhere, or with NO_COLOR. */
export const styled = (style: Style, text: string): string =>
  styleText(style, text, { stream: process.stdout, validateStream: true });

/** A story's words on one line, without what could steer a terminal. */
export const plain = (text: string): string =>
  stripVTControlCharacters(text)
    .replace(/\s+/gu, " ")
    .replace(/\p{Cc}/gu, "");

/** A number with its noun: “1 story”, “1,200 stories”. */
export const count = (number: number, one: string, many = `${one}s`): string =>
  `${number.toLocaleString("en")} ${number === 1 ? one : many}`;

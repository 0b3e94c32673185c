import { count, plain, type Terminal } from "#cli/terminal.ts";
import type { Article, Quotation } from "#model/article.ts";

/** Prints a story's fields as they were found. */
export function printFields({ print, styled }: Terminal, article: Omit<Article, "url">): void {
  const { image } = article;
  const rows: readonly (readonly [string, string | null])[] = [
    ["headline", article.headline],
    ["description", article.description],
    ["date", article.datePublished],
    ["author", article.author],
    ["publisher", article.publisher],
    ["language", article.inLanguage],
    ["image", image?.src ?? null],
    ["caption", image?.caption ?? null],
    ["credit", image?.credit ?? null],
    ["body", `${article.blocks.length} blocks`],
  ];
  for (const [name, value] of rows) {
    print(`  ${name.padEnd(12)} ${value === null ? styled("dim", "none found") : plain(value)}`);
  }
}

/** Prints each quotation with its speaker, role, kind and confidence. */
export function printQuotations(
  terminal: Terminal,
  { quotations, speakers }: Pick<Article, "quotations" | "speakers">,
): void {
  const { print, styled } = terminal;
  print(
    `  ${styled("bold", `${count(quotations.length, "quotation")} by ${count(speakers.length, "speaker")}`)}`,
  );
  for (const [index, quotation] of quotations.entries()) {
    print();
    print(`  ${String(index + 1).padStart(3)}  “${plain(quotation.text)}”`);
    print(`       ${attributionOf(terminal, quotation, speakers)}`);
    print(
      styled(
        "dim",
        `       ${quotation.kind} · ${sureness(quotation)}${quotation.id === "" ? "" : ` · ${quotation.id}`}`,
      ),
    );
  }
}

function attributionOf({ styled }: Terminal, { speaker }: Quotation, speakers: Article["speakers"]): string {
  const who = speakers.find(({ id }) => id === speaker);
  if (who === undefined) return styled("yellow", "nobody named");
  return `${styled("bold", plain(who.name))}${who.role === null ? "" : `, ${plain(who.role)}`}`;
}

const sureness = ({ attributedBy, confidence }: Quotation): string =>
  attributedBy === "editor" ? "decided by an editor" : `${Math.min(99, Math.round(confidence * 100))} % sure`;

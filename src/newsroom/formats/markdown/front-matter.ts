import { z } from "zod";
import { readDecisions } from "#newsroom/corrections/read-decisions.ts";
import { readDateValue } from "#newsroom/fields/date.ts";
import { isSlug, slugOf } from "#newsroom/slug.ts";
import type { Fields } from "#newsroom/story.ts";
import { Unreadable } from "#newsroom/unreadable.ts";
import type { ParsedFrontMatter } from "./parse-front-matter.ts";

/** A line of text; numbers and the like are read as they are written, and TOML's dates. */
const line = z
  .union([z.string(), z.number(), z.boolean(), z.date().transform((date) => date.toISOString())])
  .nullish()
  .transform((value) => {
    const text = String(value ?? "")
      .replace(/\s+/gu, " ")
      .trim();
    return text === "" ? null : text;
  });
const person = z.union([line, z.object({ name: line }).transform(({ name }) => name)]);
const names = z
  .union([person, z.array(person)])
  .transform((value) =>
    Array.isArray(value) ? value.filter((name) => name !== null).join(", ") || null : value,
  );

const frontMatter = z.object({
  headline: line,
  title: line,
  description: line,
  date: line,
  author: names,
  authors: names,
  publisher: line,
  slug: line,
  lang: line,
  image: line,
  alt: line,
  caption: line,
  credit: line,
  corrections: z.unknown().optional(),
});

const known = new Set(Object.keys(frontMatter.shape));

/**
 * Reads a story's front matter. Fields that it does not know are named in a warning; a
 * field of the wrong shape is Unreadable, by name, because a publisher who
 * wrote it meant something. A date that is none is left out, with a warning.
 */
export function readFrontMatter({ value, warnings }: ParsedFrontMatter, knownLang: string | null): Fields {
  const parsed = frontMatter.safeParse(value);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const field = issue?.path.join(".");
    throw new Unreadable(
      field ? `has a wrong “${field}” in its front matter` : "has front matter that is no list of fields",
    );
  }
  const { data } = parsed;
  const lang = knownLang ?? readLang(data.lang);
  const date = data.date === null ? null : readDateValue(data.date, lang);
  if (data.slug !== null && !isSlug(data.slug)) {
    throw new Unreadable(`has a “slug” in its front matter that cannot be one; “${slugOf(data.slug)}” can`);
  }
  return {
    headline: data.headline ?? data.title,
    description: data.description,
    datePublished: date,
    author: data.author ?? data.authors,
    publisher: data.publisher,
    slug: data.slug,
    lang,
    picture: { src: data.image, alt: data.alt, caption: data.caption, credit: data.credit },
    decisions: readDecisions(data.corrections ?? null),
    warnings: [
      ...warnings,
      ...(data.date === null || date !== null
        ? []
        : [`has a “date” in its front matter that is no date, and goes without one: ${data.date}`]),
      ...unusedIn(value),
    ],
  };
}

const mostNamed = 12;

function unusedIn(value: unknown): readonly string[] {
  const unused = Object.keys(value ?? {}).filter((name) => !known.has(name));
  if (unused.length === 0) return [];
  const others = unused.length > mostNamed ? `, and ${unused.length - mostNamed} more` : "";
  return [
    `has fields in its front matter that are not used: ${unused.slice(0, mostNamed).join(", ")}${others}`,
  ];
}

/** A BCP 47 tag in its usual letters; Unreadable when it is none. */
export function readLang(tag: string | null): string | null {
  if (tag === null) return null;
  try {
    return Intl.getCanonicalLocales(tag.replaceAll("_", "-"))[0] ?? null;
  } catch {
    throw new Unreadable(`has a “lang” that is no language tag: ${tag}`);
  }
}

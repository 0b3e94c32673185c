import { parseDocument } from "yaml";
import { z } from "zod";
import { readDecisions } from "#newsroom/corrections/read-decisions.ts";
import { readDateValue } from "#newsroom/fields/date.ts";
import { isSlug, slugOf } from "#newsroom/slug.ts";
import type { Fields } from "#newsroom/story.ts";
import { Unreadable } from "#newsroom/unreadable.ts";

/** A line of text; numbers and the like are read as they are written. */
const line = z
  .union([z.string(), z.number(), z.boolean()])
  .nullish()
  .transform((value) => {
    const text = String(value ?? "")
      .replace(/\s+/gu, " ")
      .trim();
    return text === "" ? null : text;
  });
const names = z
  .union([line, z.array(line)])
  .transform((value) =>
    Array.isArray(value) ? value.filter((name) => name !== null).join(", ") || null : value,
  );

const frontMatter = z.object({
  headline: line,
  title: line,
  description: line,
  date: line,
  author: names,
  publisher: line,
  slug: line,
  lang: line,
  image: line,
  alt: line,
  caption: line,
  credit: line,
  corrections: z.unknown().optional(),
});

/**
 * Reads a story's front matter. Fields that it does not know are let be; a
 * field of the wrong shape is Unreadable, by name, because a publisher who
 * wrote it meant something. A date that is none is left out, with a warning.
 */
export function readFrontMatter(yaml: string, knownLang: string | null): Fields {
  // The core schema knows no dates: "2018-07-12" stays the string that was written.
  const document = parseDocument(yaml, { schema: "core" });
  const [error] = document.errors;
  if (error !== undefined) {
    throw new Unreadable(
      `has front matter that is not YAML: ${error.message.split("\n")[0]?.replace(/:$/u, "")}`,
    );
  }
  const parsed = frontMatter.safeParse(document.toJS({ maxAliasCount: 50 }) ?? {});
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
    author: data.author,
    publisher: data.publisher,
    slug: data.slug,
    lang,
    picture: { src: data.image, alt: data.alt, caption: data.caption, credit: data.credit },
    decisions: readDecisions(data.corrections ?? null),
    warnings:
      data.date === null || date !== null
        ? []
        : [`has a “date” in its front matter that is no date, and goes without one: ${data.date}`],
  };
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

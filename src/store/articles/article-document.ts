import { z } from "zod";
import type { Article, ArticleSummary } from "#model/article.ts";
import { instantOf } from "#model/dates.ts";

/**
 * Articles as they are kept. Rows outlive the version that wrote them, so they
 * are parsed when they are read: a field that was added later has a default
 * here, what an older version did not know is null or empty, and what a newer
 * one knows more is left out. tests/store/documents holds rows as every
 * version wrote them, and they stay readable.
 */

const offset = z.int().min(0).meta({ description: "UTF-16 units" });
const absent = <Value extends z.ZodType>(value: Value) => value.nullable().default(null);

/** A date that cannot be one came in before they were checked, and would bring down whatever shows it. */
const date = z
  .string()
  .refine((text) => instantOf(text) !== null)
  .nullable()
  .catch(null);

/** Written by our own clock: one that is none has been spoilt in the database. */
const instant = z
  .string()
  .refine((text) => instantOf(text) !== null)
  .catch(new Date(0).toISOString());

/** BCP 47; `und` where it is not a language tag, which every user of `Intl` would throw at. */
const languageTag = z.string().refine(isLanguageTag).catch("und");

/** A path on the site or an address elsewhere; what can be neither would bring down the page's head. */
const pictureAddress = z
  .string()
  .refine((text) => URL.canParse(text, "https://paper.example"))
  .nullable()
  .catch(null);

const image = z
  .object({
    src: pictureAddress,
    width: absent(z.int()),
    height: absent(z.int()),
    caption: absent(z.string()),
    credit: absent(z.string()),
    alt: absent(z.string()),
    sources: z
      .array(z.object({ type: z.enum(["image/avif", "image/webp"]), src: z.string(), width: z.int() }))
      .default([]),
  })
  .meta({ id: "Image" });

const segment = z
  .object({ block: z.string(), start: offset, end: offset })
  .meta({ id: "Segment", description: "A half-open range of one block's text" });

export const speaker = z
  .object({
    id: z.string(),
    name: z.string(),
    role: absent(z.string()),
    kind: z.enum(["person", "organization", "group"]),
    introduced: absent(segment),
  })
  .meta({ id: "Speaker" });

const block = z
  .object({
    id: z.string(),
    type: z.enum(["paragraph", "heading", "list-item", "blockquote"]),
    text: z.string(),
    inlines: z
      .array(
        z.object({
          type: z.enum(["emphasis", "strong", "code", "link"]),
          start: offset,
          end: offset,
          href: absent(z.string()),
        }),
      )
      .default([]),
    level: absent(z.int()),
    ordered: absent(z.boolean()),
  })
  .meta({ id: "Block" });

export const quotation = z
  .object({
    id: z.string().meta({ description: "Names the wording; it never moves to other words" }),
    kind: z.enum(["direct", "mixed"]),
    statement: z.int().min(1),
    speaker: absent(z.string()),
    text: z.string(),
    segments: z.array(segment),
    cue: absent(z.string()),
    confidence: z.number().min(0).max(1),
    attributedBy: z.enum(["engine", "editor"]).default("engine"),
  })
  .meta({ id: "Quotation" });

const newsArticle = {
  slug: z.string(),
  headline: z.string(),
  description: absent(z.string()),
  datePublished: date,
  dateModified: instant,
  author: absent(z.string()),
  publisher: absent(z.string()),
  inLanguage: languageTag,
  image: absent(image),
};

function isLanguageTag(text: string): boolean {
  try {
    return Intl.getCanonicalLocales(text).length === 1;
  } catch {
    return false;
  }
}

/** An article without its address, which depends on where the site is. */
export const articleDocument = z.object({
  ...newsArticle,
  revision: z.int().min(1),
  blocks: z.array(block),
  speakers: z.array(speaker),
  quotations: z.array(quotation),
}) satisfies z.ZodType<Omit<Article, "url">>;

/** A row of a list, without its address. */
export const summaryDocument = z.object({
  ...newsArticle,
  wordCount: z.int(),
  score: z.object({
    length: z.int(),
    voices: z.array(
      z.object({
        speaker: speaker.nullable(),
        marks: z.array(z.object({ quotation: z.string(), start: offset, end: offset })),
      }),
    ),
  }),
}) satisfies z.ZodType<Omit<ArticleSummary, "url">>;

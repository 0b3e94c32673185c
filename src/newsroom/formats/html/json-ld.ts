import { z } from "zod";
import { authorNames } from "#newsroom/fields/byline.ts";
import { readDateValue } from "#newsroom/fields/date.ts";
import { type Fields, noFields } from "#newsroom/story.ts";
import { type DomDocument, plainWords } from "./dom.ts";

type Node = Readonly<Record<string, unknown>>;

const node = z.record(z.string(), z.unknown());
const named = z.union([z.string(), z.object({ name: z.string() }).transform(({ name }) => name)]);
const names = z.union([z.array(named.catch("")).transform((list) => list.filter(Boolean).join(", ")), named]);
const picture = z.union([z.string(), z.object({ url: z.string() }).transform(({ url }) => url)]);
const text = z.string().nullable().catch(null).default(null);

/** schema.org's NewsArticle, as far as a story needs it; what is malformed counts as absent. */
const newsArticle = z.object({
  "@type": z
    .union([z.string().transform((type) => [type]), z.array(z.string())])
    .refine((types) => types.some((type) => /(?:Article|BlogPosting|Report)$/u.test(type))),
  headline: text,
  description: text,
  datePublished: text,
  author: names.nullable().catch(null).default(null),
  publisher: named.nullable().catch(null).default(null),
  image: z
    .union([picture, z.array(picture).transform(([first]) => first ?? null)])
    .nullable()
    .catch(null)
    .default(null),
});

/** What a page's JSON-LD says of its story: https://www.w3.org/TR/json-ld11/, https://schema.org/NewsArticle. */
export function readJsonLd(document: DomDocument, lang: string | null): Fields {
  const scripts = [...document.querySelectorAll('script[type^="application/ld+json"]')];
  const nodes = scripts.flatMap((script) => nodesOf(script.textContent ?? ""));
  const byId = new Map(
    nodes.flatMap((each) => (typeof each["@id"] === "string" ? [[each["@id"], each]] : [])),
  );
  for (const each of nodes) {
    const { success, data } = newsArticle.safeParse(withReferred(each, byId));
    if (!success) continue;
    return {
      ...noFields,
      headline: plainWords(data.headline),
      description: plainWords(data.description),
      datePublished: data.datePublished === null ? null : readDateValue(data.datePublished, lang),
      author: data.author === null ? null : authorNames(plainWords(data.author) ?? ""),
      publisher: plainWords(data.publisher),
      picture: { ...noFields.picture, src: data.image },
    };
  }
  return noFields;
}

/** Every node of a script; none when it is not JSON. */
function nodesOf(json: string): readonly Node[] {
  const bare = json
    .replace(/^\s*(?:<!--|\/\*.*?\*\/)|(?:-->|\/\*.*?\*\/)\s*$/gu, "")
    // Systems paste descriptions in with their line breaks, which JSON does not allow.
    .replace(/\p{Cc}+/gu, " ");
  try {
    return [JSON.parse(bare)].flat().flatMap(withInner);
  } catch {
    return [];
  }
}

/** A node with those of its graph, and the story that a page's own node is about. */
function withInner(value: unknown): readonly Node[] {
  const { success, data } = node.safeParse(value);
  if (!success) return [];
  const { "@graph": graph, mainEntity } = data;
  return [
    data,
    ...(Array.isArray(graph) ? graph.flatMap(withInner) : []),
    ...(mainEntity ? withInner(mainEntity) : []),
  ];
}

/** A node whose author, publisher and picture, where they are named by `@id` alone, are the nodes of that id. */
function withReferred(each: Node, byId: ReadonlyMap<unknown, Node>): Node {
  const referred = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(referred);
    const { success, data } = node.safeParse(value);
    return success ? { ...byId.get(data["@id"]), ...data } : value;
  };
  const { author, publisher, image } = each;
  return { ...each, author: referred(author), publisher: referred(publisher), image: referred(image) };
}

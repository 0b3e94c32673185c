import { parse as parseToml } from "smol-toml";
import { isMap, isPair, isScalar, parseDocument, type YAMLMap } from "yaml";
import { Unreadable } from "#newsroom/unreadable.ts";

/** Front matter as a value, and what its owner should know of how it was written. */
export interface ParsedFrontMatter {
  readonly value: unknown;
  readonly warnings: readonly string[];
}

/** Parses front matter between `---`. Throws Unreadable for what is no YAML. */
export function parseYaml(yaml: string): ParsedFrontMatter {
  // The core schema knows no dates: "2018-07-12" stays the string that was written.
  const document = parseDocument(yaml, { schema: "core", uniqueKeys: false });
  const [error] = document.errors;
  const problem = error?.message.split("\n")[0]?.replace(/:$/u, "") ?? repeatedKey(document.contents);
  if (problem !== null) throw new Unreadable(`has front matter that is not YAML: ${problem}`);
  return { value: document.toJS({ maxAliasCount: 50 }) ?? {}, warnings: cutByComments(document.contents) };
}

/** Parses front matter between `+++`. Throws Unreadable for what is no TOML. */
export function parseTomlFrontMatter(toml: string): ParsedFrontMatter {
  try {
    return { value: parseToml(toml), warnings: [] };
  } catch (error) {
    const [reason] = (error instanceof Error ? error.message : String(error)).split("\n");
    throw new Unreadable(`has front matter that is not TOML: ${reason}`);
  }
}

/** The library compares each key with all before it, so it is told not to look. */
function repeatedKey(contents: unknown): string | null {
  if (!isMap(contents)) return null;
  const keys = new Set<string>();
  for (const key of keysOf(contents)) {
    if (keys.has(key)) return `“${key}” stands in it twice`;
    keys.add(key);
  }
  return null;
}

const keysOf = (map: YAMLMap): readonly string[] =>
  map.items.flatMap(({ key }) => (isScalar(key) ? [String(key.value)] : []));

/** Fields whose words a writer means whole. */
const worded = new Set([
  "headline",
  "title",
  "description",
  "author",
  "publisher",
  "caption",
  "credit",
  "alt",
]);

/** YAML begins a comment at “ #”: “title: No. 10 #lockgate” is “No. 10”. */
function cutByComments(contents: unknown): readonly string[] {
  if (!isMap(contents)) return [];
  return contents.items.flatMap((pair) => {
    if (!isPair(pair) || !isScalar(pair.key) || !isScalar(pair.value)) return [];
    const [name, { comment }] = [String(pair.key.value), pair.value];
    if (pair.value.type !== "PLAIN" || !comment || !worded.has(name)) return [];
    const words = comment.split("\n")[0]?.trim();
    return [
      `has a “${name}” in its front matter that ends before “#${words}”, which YAML takes for a comment; quotation marks around it keep it`,
    ];
  });
}

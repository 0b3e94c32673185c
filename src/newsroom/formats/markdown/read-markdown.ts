import type { BlockContent, DefinitionContent, PhrasingContent, Root, RootContent } from "mdast";
import remarkFrontmatter from "remark-frontmatter";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import { unified } from "unified";
import { readHtmlFragment } from "#newsroom/formats/html/read-html.ts";
import { InlineText, safeHref } from "#newsroom/formats/inline-text.ts";
import {
  type Fields,
  noFields,
  preferFields,
  type RawBlock,
  type Source,
  type StoryParts,
} from "#newsroom/story.ts";
import { checkNesting } from "./check-nesting.ts";
import { readFrontMatter } from "./front-matter.ts";
import { parseTomlFrontMatter, parseYaml } from "./parse-front-matter.ts";

const processor = unified().use(remarkParse).use(remarkGfm).use(remarkFrontmatter, ["yaml", "toml"]);

/** What Jekyll, Hugo and Eleventy fill in when they build a site: “{{ site.baseurl }}”, “{% include … %}”. */
const templateTag = /\{%[^\n]*?%\}|\{\{[^\n]*?\}\}/gu;

type Node = RootContent | BlockContent | DefinitionContent;

/**
 * Reads Markdown (CommonMark with GitHub's tables and footnotes) with YAML
 * or TOML front matter. A heading of the first rank is the headline where the front
 * matter gives none; an image's title is its caption. Throws Unreadable for
 * front matter that is not what it should be.
 */
export function readMarkdown({ text, lang }: Source): StoryParts {
  checkNesting(text);
  const root: Root = processor.parse(text.replace(templateTag, ""));
  const [first] = root.children;
  const front = frontMatterOf(first, lang) ?? { ...noFields, lang };
  const links = new Map<string, string>();
  for (const node of root.children) {
    if (node.type === "definition") links.set(node.identifier, node.url);
  }
  const reader = new MarkdownReader(links);
  for (const node of root.children) reader.read(node, null);
  return { fields: preferFields(front, reader.fields), blocks: reader.blocks, savedAt: null };
}

function frontMatterOf(first: RootContent | undefined, lang: string | null): Fields | null {
  if (first === undefined || !("value" in first)) return null;
  // mdast's own types do not know TOML.
  const type: string = first.type;
  if (type === "yaml") return readFrontMatter(parseYaml(first.value), lang);
  return type === "toml" ? readFrontMatter(parseTomlFrontMatter(first.value), lang) : null;
}

class MarkdownReader {
  readonly blocks: RawBlock[] = [];
  fields: Fields = noFields;
  readonly #links: ReadonlyMap<string, string>;

  constructor(links: ReadonlyMap<string, string>) {
    this.#links = links;
  }

  /** Reads one node; `within` is the block that paragraphs inside it belong to. */
  read(node: Node, within: Pick<RawBlock, "type" | "ordered"> | null): void {
    switch (node.type) {
      case "heading": {
        const isHeadline = node.depth === 1 && this.blocks.length === 0 && this.fields.headline === null;
        const text = this.#inline(node.children);
        if (isHeadline) this.fields = { ...this.fields, headline: text.text || null };
        else this.#add({ ...text, type: "heading", level: clampLevel(node.depth), ordered: null });
        return;
      }
      case "paragraph": {
        const picture = node.children.find((child) => child.type === "image");
        if (picture !== undefined && node.children.length === 1) {
          this.#picture({
            src: picture.url,
            alt: picture.alt ?? null,
            caption: picture.title ?? null,
            credit: null,
          });
          return;
        }
        const type = within?.type ?? "paragraph";
        this.#add({ ...this.#inline(node.children), type, level: null, ordered: within?.ordered ?? null });
        return;
      }
      case "blockquote":
        for (const child of node.children) this.read(child, { type: "blockquote", ordered: null });
        return;
      case "list":
        for (const item of node.children) {
          for (const child of item.children)
            this.read(child, { type: "list-item", ordered: node.ordered === true });
        }
        return;
      case "table":
        for (const row of node.children) {
          const cells = row.children
            .map((cell) => this.#inline(cell.children).text)
            .filter((cell) => cell !== "");
          this.#add({ type: "paragraph", text: cells.join(" · "), inlines: [], level: null, ordered: null });
        }
        return;
      case "footnoteDefinition":
        for (const child of node.children) this.read(child, within);
        return;
      case "html": {
        const { fields, blocks } = readHtmlFragment(node.value);
        this.#picture(fields.picture);
        for (const block of blocks) this.#add(block);
        return;
      }
      default:
    }
  }

  #picture(picture: Fields["picture"]): void {
    this.fields = preferFields(this.fields, { ...noFields, picture });
  }

  #add(block: RawBlock): void {
    if (block.text !== "") this.blocks.push(block);
  }

  #inline(nodes: readonly PhrasingContent[]): Pick<RawBlock, "text" | "inlines"> {
    const text = new InlineText();
    this.#fill(text, nodes);
    return text.take();
  }

  #fill(text: InlineText, nodes: readonly PhrasingContent[]): void {
    const marked = (type: "emphasis" | "strong", children: readonly PhrasingContent[]) =>
      text.mark({ type, href: null }, () => this.#fill(text, children));
    const linked = (url: string | undefined, children: readonly PhrasingContent[]) => {
      const href = safeHref(url, null);
      if (href === null) this.#fill(text, children);
      else text.mark({ type: "link", href }, () => this.#fill(text, children));
    };
    for (const node of nodes) {
      switch (node.type) {
        case "text":
          text.push(node.value);
          break;
        case "break":
          text.push(" ");
          break;
        case "inlineCode":
          text.mark({ type: "code", href: null }, () => text.push(node.value));
          break;
        case "emphasis":
        case "strong":
          marked(node.type, node.children);
          break;
        case "delete":
          break;
        case "link":
          linked(node.url, node.children);
          break;
        case "linkReference":
          linked(this.#links.get(node.identifier), node.children);
          break;
        case "html":
          if (/^<br\b/iu.test(node.value)) text.push(" ");
          break;
        default:
      }
    }
  }
}

/** The story's own headings start under its headline. */
function clampLevel(depth: number): number {
  return Math.min(4, Math.max(2, depth));
}

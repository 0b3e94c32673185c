import { Fragment, memo, type ReactNode, useMemo } from "react";
import { ToldHere } from "#app/quotation/ToldHere.tsx";
import { useHydrated } from "#app/ui/use-hydrated.ts";
import type { Article, Block, Quotation } from "#model/article.ts";
import { BlockView } from "./BlockView.tsx";
import { StoryFigure } from "./StoryFigure.tsx";
import styles from "./story.module.css";
import { StoryContext, useStory } from "./story-context.ts";

const everyone: ReadonlySet<string> = new Set();

/**
 * The story's words: blocks in order, list items gathered into their lists. The
 * picture belongs to the opening, which on a phone begins with the words.
 */
export const Body = memo(function Body({ article }: { readonly article: Article }) {
  const [opening, rest] = useMemo(() => {
    const groups = grouped(article.blocks);
    const parts = groups.map((group) => <Fragment key={group[0]?.id}>{drawGroup(article, group)}</Fragment>);
    const until = openingLength(groups);
    return [parts.slice(0, until), parts.slice(until)];
  }, [article]);
  // Taken over as the server drew it, however late that is; what the reader chose meanwhile comes right after.
  const story = useStory();
  const settled = useHydrated();
  const now = useMemo(
    () => (settled ? story : { ...story, lens: everyone, linked: story.linkedByPath }),
    [settled, story],
  );
  return (
    <StoryContext value={now}>
      <div className={styles.body}>
        <div className={styles.opening}>
          {opening}
          {article.image === null ? null : <StoryFigure image={article.image} />}
        </div>
        {rest}
      </div>
    </StoryContext>
  );
});

function drawGroup(article: Article, group: readonly Block[]): ReactNode {
  const within = (block: Block): readonly Quotation[] =>
    article.quotations.filter(({ segments }) => segments.some((segment) => segment.block === block.id));
  const blocks = group.map((block) => <BlockView key={block.id} block={block} quotations={within(block)} />);
  const ended = article.quotations.filter(({ segments }) =>
    group.some(({ id }) => id === segments.at(-1)?.block),
  );
  return (
    <>
      {group[0]?.type !== "list-item" ? (
        blocks
      ) : group[0].ordered === true ? (
        <ol>{blocks}</ol>
      ) : (
        <ul>{blocks}</ul>
      )}
      {ended.length === 0 ? null : <ToldHere quotations={ended} />}
    </>
  );
}

/** How many groups stand before the picture on a phone: the first, and what a heading there leads to. */
function openingLength(groups: readonly (readonly Block[])[]): number {
  return groups[0]?.[0]?.type === "heading" ? 2 : 1;
}

/** Runs of list items of one kind stand together; every other block stands alone. */
function grouped(blocks: readonly Block[]): readonly (readonly Block[])[] {
  const groups: Block[][] = [];
  for (const block of blocks) {
    const run = groups.at(-1);
    const before = run?.[0];
    if (block.type === "list-item" && before?.type === "list-item" && before.ordered === block.ordered)
      run?.push(block);
    else groups.push([block]);
  }
  return groups;
}

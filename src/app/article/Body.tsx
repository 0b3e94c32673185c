import { Fragment, memo, type ReactNode, useMemo } from "react";
import { ArrivalNote } from "#app/quotation/ArrivalNote.tsx";
import arrival from "#app/quotation/permalink.module.css";
import { quotationNow } from "#app/quotation/quotation-now.ts";
import { statementIds } from "#app/quotation/statement-ids.ts";
import type { Article, Block, Quotation } from "#model/article.ts";
import type { Permalink } from "#model/permalink.ts";
import { BlockView } from "./BlockView.tsx";
import { PictureLine, StoryFigure } from "./StoryFigure.tsx";
import styles from "./story.module.css";
import { StoryContext } from "./story-context.ts";

/**
 * The story's words: blocks in order, list items gathered into their lists. The
 * picture belongs to the opening, which on a phone begins with the words.
 *
 * @param linked the quotation that the address points to
 * @param permalink what the address named on arrival, where it named a quotation
 */
export const Body = memo(function Body({
  article,
  linked,
  permalink,
}: {
  readonly article: Article;
  readonly linked: string | null;
  readonly permalink: Permalink | null;
}) {
  const story = useMemo(
    () => ({ article, linked, linkedWith: statementIds(article, linked) }),
    [article, linked],
  );
  const groups = grouped(article.blocks);
  const parts = groups.map((group) => (
    <Fragment key={group[0]?.id}>{drawGroup(article, group, permalink)}</Fragment>
  ));
  const { image } = article;
  const until = openingLength(groups);
  return (
    <StoryContext value={story}>
      <div className={styles.opening}>
        {parts.slice(0, until)}
        {image?.src == null ? null : <StoryFigure image={image} />}
      </div>
      {parts.slice(until)}
      {image === null || image.src !== null ? null : <PictureLine image={image} />}
    </StoryContext>
  );
});

function drawGroup(article: Article, group: readonly Block[], permalink: Permalink | null): ReactNode {
  const within = (block: Block): readonly Quotation[] =>
    article.quotations.filter(({ segments }) => segments.some((segment) => segment.block === block.id));
  const blocks = group.map((block) => <BlockView key={block.id} block={block} quotations={within(block)} />);
  const [first] = group;
  const List = first?.type !== "list-item" ? Fragment : first.ordered === true ? "ol" : "ul";
  const arrived = permalink === null ? null : quotationNow(article, permalink);
  if (permalink === null || !group.some(({ id }) => id === arrived?.segments[0]?.block))
    return <List>{blocks}</List>;
  return (
    <div className={arrival.arrival} data-arrival="">
      <ArrivalNote article={article} permalink={permalink} />
      <List>{blocks}</List>
    </div>
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

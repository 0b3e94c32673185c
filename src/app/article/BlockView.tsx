import { memo, type ReactNode } from "react";
import { Control } from "#app/quotation/Control.tsx";
import { Cue } from "#app/quotation/Cue.tsx";
import { QuotedWords } from "#app/quotation/QuotedWords.tsx";
import type { Block, Inline, Quotation } from "#model/article.ts";
import { arrange, type Piece } from "./ranges.ts";

/** One block of the story with the quotations that fall into it. */
export const BlockView = memo(function BlockView({
  block,
  quotations,
}: {
  readonly block: Block;
  readonly quotations: readonly Quotation[];
}) {
  const content = arrange(block, quotations).map(drawPiece);
  switch (block.type) {
    case "paragraph":
      return <p id={block.id}>{content}</p>;
    case "list-item":
      return <li id={block.id}>{content}</li>;
    case "blockquote":
      return (
        <blockquote id={block.id}>
          <p>{content}</p>
        </blockquote>
      );
    case "heading": {
      const Heading = `h${block.level ?? 2}` as "h2" | "h3" | "h4";
      return <Heading id={block.id}>{content}</Heading>;
    }
  }
});

function drawPiece(piece: Piece, index: number): ReactNode {
  switch (piece.kind) {
    case "text":
      return piece.text;
    case "inline":
      return (
        <InlineView key={index} inline={piece.inline}>
          {piece.pieces.map(drawPiece)}
        </InlineView>
      );
    case "words":
      return (
        <QuotedWords key={index} quotation={piece.quotation} first={piece.first} last={piece.last}>
          {piece.pieces.map(drawPiece)}
        </QuotedWords>
      );
    case "cue":
      return <Cue key={index} quotation={piece.quotation} />;
    case "control":
      return <Control key={index} quotation={piece.quotation} />;
  }
}

function InlineView({ inline, children }: { readonly inline: Inline; readonly children: ReactNode }) {
  switch (inline.type) {
    case "emphasis":
      return <em>{children}</em>;
    case "strong":
      return <strong>{children}</strong>;
    case "code":
      return <code>{children}</code>;
    case "link":
      return inline.href === null ? children : <a href={inline.href}>{children}</a>;
  }
}

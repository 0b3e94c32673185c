import { useQuery } from "@tanstack/react-query";
import { Suspense } from "react";
import { useStory } from "#app/article/story-context.ts";
import { late } from "#app/ui/late.ts";
import type { Quotation } from "#model/article.ts";
import { permalinkQuery } from "./permalink-query.ts";

const NoteHere = late(() => import("./NoteHere.tsx").then((module) => module.NoteHere));

/**
 * After the block where a link arrives: what became of its words, for those who
 * are brought past the note at the story's top.
 */
export function ToldHere({ quotations }: { readonly quotations: readonly Quotation[] }) {
  const { linked, addressed } = useStory();
  const arrived = quotations.some((quotation) => quotation.id === linked);
  return arrived && linked !== null && addressed !== null ? <Told id={addressed} linked={linked} /> : null;
}

function Told({ id, linked }: { readonly id: string; readonly linked: string }) {
  const { article } = useStory();
  const permalink = useQuery(permalinkQuery(article.slug, id)).data;
  const tells =
    permalink?.state === "edited"
      ? permalink.successor === linked
      : permalink?.state === "reattributed" && id === linked;
  if (permalink === undefined || !tells) return null;
  return (
    <Suspense>
      <NoteHere article={article} permalink={permalink} />
    </Suspense>
  );
}

import { type MouseEvent, useId, useState } from "react";
import { useHydrated } from "#app/ui/use-hydrated.ts";
import { useWords } from "#app/words/words.ts";
import { useVote } from "./use-vote.ts";
import { VoteForm } from "./VoteForm.tsx";

/** The question at the end of a story: a plain form that answers at once where there is JavaScript. */
export function Vote({ slug }: { readonly slug: string }) {
  const words = useWords().vote;
  const hydrated = useHydrated();
  const { state, cast, delivery } = useVote(slug);
  const [said, setSaid] = useState("");
  const onClick = (event: MouseEvent<HTMLButtonElement>): void => {
    event.preventDefault();
    const { value } = event.currentTarget;
    setSaid(value === "yes" ? words.saidYes : value === "no" ? words.saidNo : words.withdrawn);
    cast(value === "yes" || value === "no" ? value : null);
  };
  const notice = delivery === "failed" ? words.failed : delivery === "waiting" ? words.waiting : null;
  return (
    <VoteForm
      slug={slug}
      label={useId()}
      state={state}
      pressable={hydrated}
      said={said}
      notice={notice}
      onClick={onClick}
      onForgotten={setSaid}
    />
  );
}

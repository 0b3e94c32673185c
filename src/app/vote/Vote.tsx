import { type MouseEvent, useId, useState } from "react";
import { useHydrated } from "#app/ui/use-hydrated.ts";
import { useWords } from "#app/words/words.ts";
import { votePath } from "#model/addresses.ts";
import type { Answer } from "#model/vote.ts";
import { useVote } from "./use-vote.ts";
import { VoteForm } from "./VoteForm.tsx";

/** The question at the end of a story: a plain form that answers at once where there is JavaScript. */
export function Vote({ slug }: { readonly slug: string }) {
  const words = useWords().vote;
  const hydrated = useHydrated();
  const { state, mutation } = useVote(slug);
  const [said, setSaid] = useState("");
  const label = useId();
  const answer = (choice: Answer | null): void => {
    setSaid(choice === null ? words.withdrawn : choice === "yes" ? words.saidYes : words.saidNo);
    mutation.mutate(choice);
  };
  const onClick = (event: MouseEvent<HTMLButtonElement>): void => {
    event.preventDefault();
    const { value } = event.currentTarget;
    if (value === "withdraw") answer(null);
    else if (value !== state?.mine) answer(value === "yes" ? "yes" : "no");
  };
  const waiting = mutation.isPending && mutation.failureCount > 0;
  const status = mutation.isError ? words.failed : waiting ? `${said} ${words.waiting}` : said;
  return (
    <VoteForm
      action={votePath(slug)}
      label={label}
      state={state}
      pressable={hydrated}
      status={status}
      onClick={onClick}
    />
  );
}

import { useQueryClient } from "@tanstack/react-query";
import { type MouseEvent, useState } from "react";
import { forgetVotes } from "./forget-votes.ts";

/**
 * Deletes all of the reader's votes when a button of a form is pressed that
 * would do the same without JavaScript.
 *
 * @param onForgotten all is deleted
 * @returns `failed`: the site could not be reached, and nothing was deleted
 */
export function useForget(onForgotten: () => void): {
  readonly failed: boolean;
  readonly forget: (event: MouseEvent) => void;
} {
  const client = useQueryClient();
  const [failed, setFailed] = useState(false);
  const forget = (event: MouseEvent): void => {
    event.preventDefault();
    setFailed(false);
    forgetVotes(client).then(onForgotten, () => setFailed(true));
  };
  return { failed, forget };
}

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { type RefObject, useEffect, useRef, useState } from "react";
import { permalinkQuery } from "#app/quotation/permalink-query.ts";
import { isUnchanged, type Permalink } from "#model/permalink.ts";
import { isGone, type Unpublished } from "#model/problem.ts";
import type { SavedQuotation } from "./saved-quotations.ts";

/** What became of a saved quotation: `changed` is the first piece whose words or name are no longer as they were. */
export interface Became {
  readonly changed: Permalink | null;
  /** Whether its story, or the words in it, are not to be found here. */
  readonly isGone: boolean;
  /** Since when and why its story is off; null where it is not. */
  readonly unpublished: Unpublished | null;
}

/**
 * Asks what became of a saved quotation once its element has come near the
 * view: of thousands, only what is looked at is asked for. Nothing is told
 * while the site cannot be reached.
 */
export function useBecame({ slug, pieces }: SavedQuotation): {
  readonly element: RefObject<HTMLLIElement | null>;
  readonly became: Became;
} {
  const element = useRef<HTMLLIElement>(null);
  const isSeen = useSeen(element);
  const client = useQueryClient();
  const { data, error } = useQuery({
    queryKey: ["became", slug, ...pieces],
    queryFn: () => Promise.all(pieces.map((id) => client.fetchQuery(permalinkQuery(slug, id)))),
    enabled: isSeen,
  });
  const became: Became = {
    changed: data?.find((link) => !isUnchanged(link)) ?? null,
    isGone: isGone(error),
    unpublished: (isGone(error) && error.problem.unpublished) || null,
  };
  return { element, became };
}

/** Whether an element has been in or near the view; at once where the browser cannot tell. */
function useSeen(element: RefObject<Element | null>): boolean {
  const [isSeen, setSeen] = useState(false);
  useEffect(() => {
    if (element.current === null) return;
    if (!("IntersectionObserver" in window)) {
      setSeen(true);
      return;
    }
    const observer = new IntersectionObserver(
      (entries) => {
        if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
        setSeen(true);
        observer.disconnect();
      },
      { rootMargin: "200px" },
    );
    observer.observe(element.current);
    return () => observer.disconnect();
  }, [element]);
  return isSeen;
}

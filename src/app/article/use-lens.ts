import { useCallback, useMemo } from "react";
import { useLocation, useNavigate } from "react-router";
import { voicesOf } from "#app/speaker/voices.ts";
import { useHydrated } from "#app/ui/use-hydrated.ts";
import type { Article } from "#model/article.ts";

const everyone: ReadonlySet<string> = new Set();

/** Sets which voices are heard; none means all of them. */
export type Choose = (heard: readonly string[]) => void;

/**
 * The voices that are heard, held in the address (`?voices=s1,s3`) so that the
 * lens can be shared. A page cached for everyone has none: it comes on when
 * React has hydrated it. Voices that the story does not have are none.
 */
export function useLens(article: Article): { lens: ReadonlySet<string>; choose: Choose } {
  const { search, hash } = useLocation();
  const navigate = useNavigate();
  const chosen = useHydrated() ? new URLSearchParams(search).get("voices") : null;
  const lens = useMemo(() => {
    const asked = chosen?.split(",") ?? [];
    const heard = voicesOf(article).filter(({ id }) => asked.includes(id));
    return heard.length === 0 ? everyone : new Set(heard.map(({ id }) => id));
  }, [article, chosen]);
  const choose = useCallback(
    (heard: readonly string[]) => {
      const after = new URLSearchParams(search);
      after.delete("voices");
      const rest = after.toString();
      const voices = heard.length === 0 ? [] : [`voices=${heard.map(encodeURIComponent).join(",")}`];
      const query = [...voices, ...(rest === "" ? [] : [rest])].join("&");
      navigate({ search: query, hash }, { replace: true, state: { keepScroll: true } });
    },
    [search, hash, navigate],
  );
  return { lens, choose };
}

/** The lens with one voice turned on, or off if it was on. */
export function toggled(lens: ReadonlySet<string>, voice: string): readonly string[] {
  return lens.has(voice) ? [...lens].filter((other) => other !== voice) : [...lens, voice];
}

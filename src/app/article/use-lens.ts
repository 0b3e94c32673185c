import { useCallback, useMemo } from "react";
import { useSearchParams } from "react-router";
import { useHydrated } from "#app/ui/use-hydrated.ts";

const nobody: ReadonlySet<string> = new Set();

/**
 * The voices that are heard, kept in the address (`?voices=s1,s3`) so that the
 * lens can be shared. A page cached for everyone has none; it comes on when
 * the browser takes the page over.
 */
export function useLens(): { lens: ReadonlySet<string>; choose: (voice: string | null) => void } {
  const [search, setSearch] = useSearchParams();
  const kept = useHydrated() ? search.get("voices") : null;
  const lens = useMemo(() => (kept === null ? nobody : new Set(kept.split(","))), [kept]);
  const choose = useCallback(
    (voice: string | null) => {
      setSearch(
        (before) => {
          const heard = new Set(before.get("voices")?.split(",") ?? []);
          if (voice === null) heard.clear();
          else if (!heard.delete(voice)) heard.add(voice);
          const after = new URLSearchParams(before);
          if (heard.size === 0) after.delete("voices");
          else after.set("voices", [...heard].join(","));
          return after;
        },
        { replace: true, preventScrollReset: true, state: { keepPlace: true } },
      );
    },
    [setSearch],
  );
  return { lens, choose };
}

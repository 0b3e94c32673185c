import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useWords } from "#app/words/words.ts";
import { Columns } from "./Columns.tsx";
import styles from "./front.module.css";
import { frontQuery } from "./front-query.ts";

/** The stories before those above, fetched when asked for, and after them the way further back. */
export function EarlierStories({ cursor }: { readonly cursor: string }) {
  const words = useWords().front;
  const [wanted, setWanted] = useState(false);
  const { data, isFetching, isError, refetch } = useQuery({ ...frontQuery(cursor), enabled: wanted });
  if (data === undefined)
    return (
      <button
        type="button"
        className={styles.more}
        disabled={isFetching}
        suppressHydrationWarning={true}
        onClick={() => (isError ? refetch() : setWanted(true))}
      >
        {isFetching ? words.loadingMore : words.more}
      </button>
    );
  return (
    <>
      <Columns stories={data.articles} />
      {data.next === null ? null : <EarlierStories key={data.next} cursor={data.next} />}
    </>
  );
}

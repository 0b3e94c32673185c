import { useState } from "react";
import { useLocation } from "react-router";
import { AtFoot } from "#app/ui/AtFoot.tsx";
import { useReadingWords } from "#app/words/reading-words.ts";
import { useLocale } from "#app/words/words.ts";
import { frontPath, savedPath } from "#model/addresses.ts";
import styles from "./OfflineSign.module.css";

/**
 * The sign that a page is shown offline.
 *
 * @param since ISO 8601, when the page was cached; empty when it was opened before the network went away
 */
export function OfflineSign({ since }: { readonly since: string }) {
  const { tag } = useLocale();
  const words = useReadingWords().offline;
  const { pathname } = useLocation();
  const [landed] = useState(pathname);
  // Only the page that was landed on is known to be of that day.
  const date = since === "" || pathname !== landed ? null : formatInstant(since, tag);
  const cached = pathname === frontPath ? words.front : pathname === savedPath ? null : words.story;
  return (
    <AtFoot>
      <p role="status" className={styles.sign}>
        {date === null || cached === null ? words.plain : cached(date)}
      </p>
    </AtFoot>
  );
}

function formatInstant(iso: string, locale: string): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: "long", timeStyle: "short" }).format(new Date(iso));
}

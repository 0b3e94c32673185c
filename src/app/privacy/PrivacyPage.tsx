import { useState } from "react";
import page from "#app/ui/plain-page.module.css";
import { useForget } from "#app/vote/use-forget.ts";
import { useReadingWords } from "#app/words/reading-words.ts";
import { useWords } from "#app/words/words.ts";
import { forgetPath } from "#model/addresses.ts";
import styles from "./privacy.module.css";

/** What the site knows of its readers, and the way to be forgotten; it works without JavaScript. */
export function PrivacyPage() {
  const { titled } = useWords();
  const { privacy, votePrivacy } = useReadingWords();
  const [forgotten, setForgotten] = useState(false);
  const { failed, forget } = useForget(() => setForgotten(true));
  return (
    <main id="content" className={`${page.page} ${styles.page}`}>
      <title>{titled(votePrivacy.title)}</title>
      <h1 tabIndex={-1} suppressHydrationWarning={true}>
        {votePrivacy.title}
      </h1>
      {[privacy.reading, privacy.device, votePrivacy.kept].map((text) => (
        <p key={text} suppressHydrationWarning={true}>
          {text}
        </p>
      ))}
      <form method="post" action={forgetPath}>
        <button type="submit" onClick={forget} suppressHydrationWarning={true}>
          {votePrivacy.forget}
        </button>
        <p role="status">{forgotten ? votePrivacy.forgotten : failed ? votePrivacy.failed : null}</p>
      </form>
    </main>
  );
}

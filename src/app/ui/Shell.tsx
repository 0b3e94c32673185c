import type { MouseEvent, ReactNode } from "react";
import { OfflineNotice } from "#app/offline/OfflineNotice.tsx";
import { SettingsButton } from "#app/settings/SettingsButton.tsx";
import { useWords } from "#app/words/words.ts";
import { frontPath, savedPath } from "#model/addresses.ts";
import { SiteLink } from "./SiteLink.tsx";
import styles from "./shell.module.css";
import { useArrival } from "./use-arrival.ts";

/** Moves focus past the head of the page, without an entry in the history. */
function skip(event: MouseEvent): void {
  event.preventDefault();
  document.querySelector<HTMLElement>("main h1")?.focus();
}

/** What surrounds every view: the way past it for keyboards, the name of the paper, the foot. */
export function Shell({ children }: { readonly children: ReactNode }) {
  const words = useWords();
  useArrival();
  return (
    <>
      {/* biome-ignore lint/a11y/useValidAnchor: it goes to the content without JavaScript too */}
      <a className={styles.skip} href="#content" onClick={skip} suppressHydrationWarning={true}>
        {words.skip}
      </a>
      <header className={styles.masthead}>
        <SiteLink to={frontPath} className={styles.name} suppressHydrationWarning={true}>
          {words.site}
        </SiteLink>
        <p className={styles.tagline} suppressHydrationWarning={true}>
          {words.tagline}
        </p>
        {/* A story adds its own: listening, where the browser can. */}
        <div id="tools" className={styles.tools}>
          <SettingsButton />
        </div>
      </header>
      {children}
      <footer className={styles.foot}>
        <p suppressHydrationWarning={true}>{`${words.tagline}.`}</p>
        <SiteLink to={savedPath} suppressHydrationWarning={true}>
          {words.saved}
        </SiteLink>
      </footer>
      <OfflineNotice />
    </>
  );
}

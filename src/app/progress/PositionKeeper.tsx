import { useEffect, useState } from "react";
import { AtFoot } from "#app/ui/AtFoot.tsx";
import { useReadingWords } from "#app/words/reading-words.ts";
import type { Article, Block } from "#model/article.ts";
import styles from "./PositionKeeper.module.css";
import { findPosition, isMidway, positionAt, storedPosition, storePosition } from "./position.ts";

/** Stores where the reader is, and offers the position where they stopped last time. */
export function PositionKeeper({ article, linked }: { readonly article: Article; readonly linked: boolean }) {
  const [offered, setOffered] = useState(() => (linked ? null : stoppedAt(article)));

  useEffect(() => {
    const store = (): void => {
      const block = blockInView(article);
      if (block === null) return;
      if (isMidway(article, block)) storePosition(article.slug, positionAt(block, Date.now()));
      else if (article.blocks.indexOf(block) > 2) storePosition(article.slug, null);
    };
    // Whoever scrolls has decided where to read.
    const decide = (): void => setOffered(null);
    addEventListener("scroll", decide, { once: true, passive: true });
    addEventListener("scrollend", store);
    addEventListener("pagehide", store);
    return () => {
      removeEventListener("scroll", decide);
      removeEventListener("scrollend", store);
      removeEventListener("pagehide", store);
    };
  }, [article]);

  return offered === null ? null : <Offer article={article} block={offered} done={() => setOffered(null)} />;
}

function Offer({
  article,
  block,
  done,
}: {
  readonly article: Article;
  readonly block: Block;
  readonly done: () => void;
}) {
  const words = useReadingWords().progress;
  const resume = (): void => {
    done();
    const element = document.getElementById(block.id);
    element?.scrollIntoView({ block: "start" });
    element?.setAttribute("tabindex", "-1");
    element?.focus({ preventScroll: true });
  };
  return (
    <AtFoot>
      <aside className={styles.offer} aria-label={words.label}>
        <p role="status">
          {words.offer}{" "}
          <q lang={article.inLanguage} dir="auto">
            {openingOf(block)}
          </q>
        </p>
        <button type="button" onClick={resume}>
          {words.resume}
        </button>
        <button type="button" onClick={done}>
          {words.dismiss}
        </button>
      </aside>
    </AtFoot>
  );
}

/** The block where the reader stopped, when they come back to the head of the story. */
function stoppedAt(article: Article): Block | null {
  if (scrollY > 50) return null;
  const position = storedPosition(article.slug);
  const block = position === null ? null : findPosition(article, position);
  return block !== null && isMidway(article, block) ? block : null;
}

/** The first block that the reader has not scrolled past; null before the first and after the last. */
function blockInView({ blocks }: Article): Block | null {
  if (scrollY < 50) return null;
  const found = blocks.find(({ id }) => {
    const element = document.getElementById(id);
    return element !== null && element.getBoundingClientRect().bottom > innerHeight * 0.15;
  });
  return found ?? blocks.at(-1) ?? null;
}

/** A paragraph's first words, whole ones. */
function openingOf({ text }: Block): string {
  const words = text.split(/\s+/u);
  return words.length <= 8 ? text : `${words.slice(0, 8).join(" ")}…`;
}

import { useEffect, useState } from "react";
import { useReadingWords } from "#app/words/reading-words.ts";
import type { Article, Block } from "#model/article.ts";
import styles from "./PlaceKeeper.module.css";
import { findPlace, isMidway, keepPlace, keptPlace, placeAt } from "./place.ts";

/** Keeps where the reader is, and offers the place where they stopped last time. */
export function PlaceKeeper({ article, linked }: { readonly article: Article; readonly linked: boolean }) {
  const [offered, setOffered] = useState(() => (linked ? null : stoppedAt(article)));

  useEffect(() => {
    const keep = (): void => {
      const block = blockInView(article);
      if (block === null) return;
      if (isMidway(article, block)) keepPlace(localStorage, article.slug, placeAt(block, Date.now()));
      else if (article.blocks.indexOf(block) > 2) keepPlace(localStorage, article.slug, null);
    };
    // Whoever scrolls has decided where to read.
    const decide = (): void => setOffered(null);
    addEventListener("scroll", decide, { once: true, passive: true });
    addEventListener("scrollend", keep);
    addEventListener("pagehide", keep);
    return () => {
      removeEventListener("scroll", decide);
      removeEventListener("scrollend", keep);
      removeEventListener("pagehide", keep);
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
  );
}

/** The block where the reader stopped, when they come back to the head of the story. */
function stoppedAt(article: Article): Block | null {
  if (scrollY > 50) return null;
  const place = keptPlace(localStorage, article.slug);
  const block = place === null ? null : findPlace(article, place);
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

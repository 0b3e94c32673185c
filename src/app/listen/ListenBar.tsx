import { useEffect, useMemo, useRef, useSyncExternalStore } from "react";
import { voicesOf } from "#app/speaker/voices.ts";
import { AtFoot } from "#app/ui/AtFoot.tsx";
import { useReadingWords, useReadingWordsIn } from "#app/words/reading-words.ts";
import type { Article } from "#model/article.ts";
import { languageFor } from "#model/languages.ts";
import { castVoices } from "./cast.ts";
import { firstInView } from "./follow.ts";
import styles from "./ListenBar.module.css";
import { ListenIcon } from "./ListenIcon.tsx";
import { createPlayer } from "./player.ts";
import { rates, storedRate, storeRate } from "./rate.ts";
import { nextQuotation, planSpeech } from "./speech-plan.ts";
import { systemSpeech } from "./system-speech.ts";
import { useFollow } from "./use-follow.ts";

/**
 * The story being read aloud: who speaks, pause, back a sentence, on to the
 * next quotation, speed. It begins where the reader is, and the page follows.
 */
export function ListenBar({ article, stop }: { readonly article: Article; readonly stop: () => void }) {
  const words = useReadingWords().listen;
  const announced = useReadingWordsIn(languageFor([article.inLanguage])).listen;
  const bar = useRef<HTMLElement>(null);
  const plan = useMemo(() => planSpeech(article), [article]);
  const player = useMemo(() => {
    const cast = castVoices(speechSynthesis.getVoices(), article.inLanguage, article.speakers);
    const begin = { at: firstInView(article, plan, window), rate: storedRate() };
    return createPlayer(plan, cast, systemSpeech(speechSynthesis, article.inLanguage), announced, begin);
  }, [article, plan, announced]);
  const { state, at, rate } = useSyncExternalStore(player.subscribe, player.get);

  useEffect(() => {
    player.play();
    bar.current?.querySelector("button")?.focus({ preventScroll: true });
    // A page that is left goes on talking otherwise.
    addEventListener("pagehide", player.stop);
    return () => {
      removeEventListener("pagehide", player.stop);
      player.stop();
    };
  }, [player]);
  useFollow(article, plan[at]);

  const quoted = plan[at]?.quotation !== null;
  const voice = voicesOf(article).find(({ id }) => id === (plan[at]?.speaker ?? "")) ?? null;
  const quotation = nextQuotation(plan, at);
  return (
    <AtFoot>
      <section ref={bar} className={styles.bar} aria-label={words.title}>
        {state === "playing" ? (
          <button type="button" aria-label={words.pause} onClick={player.pause}>
            <ListenIcon name="pause" />
          </button>
        ) : (
          <button type="button" aria-label={words.play} onClick={player.play}>
            <ListenIcon name="play" />
          </button>
        )}
        <button type="button" aria-label={words.previous} onClick={() => player.goTo(at - 1)}>
          <ListenIcon name="back" />
        </button>
        <p className={styles.who} data-voice={quoted ? voice?.number : undefined}>
          <b>{quoted ? (voice?.speaker?.name ?? words.unknown) : words.narrator}</b>
          <span>{state === "done" ? words.done : words.progress(at + 1, plan.length)}</span>
        </p>
        <button
          type="button"
          aria-label={words.nextQuotation}
          aria-disabled={quotation === null}
          onClick={() => {
            if (quotation !== null) player.goTo(quotation);
          }}
        >
          <ListenIcon name="quotation" />
        </button>
        <label className={styles.speed}>
          <span>{words.speed}</span>
          <select
            value={rate}
            onChange={({ target }) => {
              storeRate(Number(target.value));
              player.setRate(Number(target.value));
            }}
          >
            {rates.map((each) => (
              <option key={each} value={each}>
                {words.times(each)}
              </option>
            ))}
          </select>
        </label>
        <button type="button" aria-label={words.stop} onClick={stop}>
          <ListenIcon name="stop" />
        </button>
      </section>
    </AtFoot>
  );
}

import { Staff } from "#app/speaker/Staff.tsx";
import { colouredVoices } from "#app/speaker/voices.ts";
import { useLocale } from "#app/words/words.ts";
import type { Score } from "#model/article.ts";

/** Lines beyond these would make the miniature a wall. */
const shown = 5;

/** A story's score in miniature, and in words who is quoted. */
export function MiniScore({
  score,
  className,
}: {
  readonly score: Score;
  readonly className: string | undefined;
}) {
  const { language, tag, words } = useLocale();
  const names = score.voices.flatMap(({ speaker }) => (speaker === null ? [] : [speaker.name]));
  if (score.voices.length === 0) return null;
  return (
    <div className={className}>
      {score.voices.slice(0, shown).map((voice, index) => (
        <Staff
          key={voice.speaker?.id ?? ""}
          voice={voice}
          number={voice.speaker === null ? 0 : Math.min(index, colouredVoices) + 1}
          length={score.length}
        />
      ))}
      {names.length === 0 ? null : (
        <p lang={language}>
          <bdi suppressHydrationWarning={true}>
            {words.front.score(
              new Intl.ListFormat(tag, { type: "conjunction" }).format(abridged(names, words.voices.more)),
            )}
          </bdi>
        </p>
      )}
    </div>
  );
}

/** Three names at most; the rest are counted. */
function abridged(names: readonly string[], more: (count: number) => string): readonly string[] {
  return names.length <= 3 ? names : [...names.slice(0, 2), more(names.length - 2)];
}

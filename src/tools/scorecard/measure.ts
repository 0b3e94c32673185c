import { decide } from "#attribution";
import { LEARNED, type Rankers } from "#attribution/rankers.ts";
import { type Calibration, calibrationOf } from "./calibration.ts";
import type { Lesson } from "./examples.ts";
import { type Figures, figuresOf } from "./figures.ts";
import { folds, rankersOf } from "./learn-weights.ts";
import { type Answer, type QuotedKinds, type Sheet, scoreArticle } from "./score-article.ts";

/** What the engine says of an article that it has read. */
export interface Answered {
  readonly lesson: Lesson;
  readonly answers: readonly Answer[];
}

/** Attributes articles, with other rankers than the engine's own where given. */
export function answer(lessons: readonly Lesson[], rankers: Rankers = LEARNED): readonly Answered[] {
  return lessons.map((lesson) => {
    const { quotes, speakers } = decide(lesson.story, rankers);
    const answers = quotes.map(({ start, end, confidence, speaker }) => ({
      start,
      end,
      confidence,
      speaker: speaker === null ? null : (speakers[speaker]?.name ?? null),
    }));
    return { lesson, answers };
  });
}

/** Attributes each article by weights learned from the others: in so many folds. */
export function answerUnseen(lessons: readonly Lesson[], count: number): readonly Answered[] {
  return [...folds(lessons, count)].flatMap(({ held, weights }) => answer(held, rankersOf(weights)));
}

/** What the scorecard says of a set of articles. */
export interface Result {
  readonly articles: number;
  readonly direct: Figures;
  /** Direct and mixed quotations. */
  readonly both: Figures;
  /** Of direct quotations. */
  readonly calibration: Calibration;
}

export function sheetsOf(answered: readonly Answered[], kinds: QuotedKinds): readonly Sheet[] {
  return answered.map(({ lesson, answers }) => scoreArticle(lesson.article, answers, kinds));
}

export function resultOf(answered: readonly Answered[]): Result {
  const direct = sheetsOf(answered, "direct");
  return {
    articles: answered.length,
    direct: figuresOf(direct),
    both: figuresOf(sheetsOf(answered, "both")),
    calibration: calibrationOf(direct),
  };
}

/** One line of the benchmark's table. */
export interface Row {
  /** What is measured, with its unit. */
  readonly measure: string;
  readonly ours: number;
  /** The other side of the same run; null where the goal is absolute. */
  readonly reference: number | null;
  /** Ours ÷ reference; null where the goal is absolute or a difference. */
  readonly ratio: number | null;
  /** The goal in words, such as "≤ 1.15×". */
  readonly goal: string;
  readonly ok: boolean;
}

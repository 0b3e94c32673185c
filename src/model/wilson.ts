/** The share of yes among answers, and the interval that the true share lies in, all 0 to 1. */
export interface Share {
  /** Null when nobody answered. */
  readonly share: number | null;
  readonly low: number;
  readonly high: number;
}

/** The normal distribution's quantile for 95 %. */
const z = 1.959963984540054;

/**
 * Wilson's score interval (E. B. Wilson, 1927) at 95 %.
 *
 * Few answers say little: 3 of 4 lies between 30 and 95 %, 300 of 420 between
 * 67 and 76 %, so by `low` the second story stands first. Unlike the usual
 * ± of the normal approximation it never leaves 0 to 1 and is not empty at 0 or n.
 *
 * @param yes how many said yes, 0 to `count`
 * @param count how many answered
 */
export function wilson(yes: number, count: number): Share {
  if (count === 0) return { share: null, low: 0, high: 1 };
  const share = yes / count;
  const weight = 1 / (1 + z ** 2 / count);
  const middle = weight * (share + z ** 2 / (2 * count));
  const half = weight * z * Math.sqrt((share * (1 - share)) / count + z ** 2 / (4 * count ** 2));
  // At the ends the bound is 0 or 1 exactly; rounding must not say otherwise.
  return {
    share,
    low: yes === 0 ? 0 : Math.max(0, middle - half),
    high: yes === count ? 1 : Math.min(1, middle + half),
  };
}

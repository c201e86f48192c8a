import type { TrendPicture } from './kidney-trend.ts';

/**
 * From this ratio of lengths on, two pictures of one visit are asked about: readers of one picture differ by 22 % in
 * the worst of twenty (95th percentile; 2.1 % in the median), so that 30 % more is hardly the same kidney. What
 * the measurement error allows is not asked about.
 */
const asked = 1.3;

/** The longest and the shortest whole view along of a visit where they look like two kidneys, else null. */
export function differentKidneys(
  visit: readonly TrendPicture[],
): readonly [longer: TrendPicture, shorter: TrendPicture] | null {
  const along = visit
    .flatMap((picture) => ('why' in picture.length ? [] : [{ picture, ...picture.length }]))
    .toSorted((a, b) => b.value - a.value);
  const longest = along[0];
  // One that is cut off may well be as long.
  const shortest = along.findLast(({ isLowerBound }) => !isLowerBound);
  if (longest === undefined || shortest === undefined) return null;
  const difference = longest.value - shortest.value;
  const error = Math.hypot(longest.plusMinus, shortest.plusMinus);
  return difference > Math.max((asked - 1) * shortest.value, error)
    ? [longest.picture, shortest.picture]
    : null;
}

/**
 * Chooses at most `most` of `count` moments, evenly, the first and the last among them; `kept` is always chosen.
 * @returns ascending indices
 */
export function thinMoments(count: number, most: number, kept: number): readonly number[] {
  if (count <= most) return Array.from({ length: count }, (_, i) => i);
  const step = (count - 1) / (most - 1);
  const chosen = Array.from({ length: most }, (_, i) => Math.round(i * step));
  chosen[Math.round(kept / step)] = kept;
  return chosen;
}

/** Wilson's 95 % interval of a share (JASA 1927;22:209). */
export function wilsonInterval(holds: number, of: number): [number, number] {
  const z = 1.96;
  const share = holds / of;
  const middle = share + z ** 2 / (2 * of);
  const half = z * Math.sqrt((share * (1 - share)) / of + z ** 2 / (4 * of ** 2));
  const whole = 1 + z ** 2 / of;
  return [(middle - half) / whole, (middle + half) / whole];
}

/** A 95 % interval of a median that supposes nothing of the distribution: between two order statistics. */
export function medianInterval(values: readonly number[]): [number, number] {
  const sorted = values.toSorted((a, b) => a - b);
  const half = 0.98 * Math.sqrt(sorted.length);
  const at = (rank: number): number =>
    sorted[Math.min(sorted.length - 1, Math.max(0, Math.round(rank) - 1))] ?? Number.NaN;
  return [at(sorted.length / 2 - half), at(sorted.length / 2 + half + 1)];
}

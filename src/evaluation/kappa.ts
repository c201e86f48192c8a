/** How often reader A said row i where reader B said column j. */
export type Confusion = readonly (readonly number[])[];

/** Grades of one picture by both readers, as numbers of categories. */
export interface GradePair {
  readonly a: number;
  readonly b: number;
}

/** Counts pairs of grades; `size` categories. */
export function confusionOf(pairs: readonly GradePair[], size: number): number[][] {
  const counts = Array.from({ length: size }, () => new Array<number>(size).fill(0));
  for (const { a, b } of pairs) {
    const row = counts[a];
    if (row) row[b] = (row[b] ?? 0) + 1;
  }
  return counts;
}

/** How much a disagreement weighs: all the same, or by the square of the steps between two grades. */
export type Weights = 'equal' | 'quadratic';

/**
 * Cohen's kappa (1960), weighted (1968) for ordered grades: 1 − Σ w·seen / Σ w·expected. 1 is full agreement, 0 what
 * chance gives. Null where both readers gave one and the same grade throughout, which leaves nothing to agree on.
 */
export function cohenKappa(counts: Confusion, weights: Weights): number | null {
  const rows = counts.map(sum);
  const columns = counts.map((_, j) => sum(counts.map((row) => row[j] ?? 0)));
  const total = sum(rows);
  let [seen, expected] = [0, 0];
  counts.forEach((row, i) => {
    row.forEach((count, j) => {
      const weight = weights === 'quadratic' ? (i - j) ** 2 : Number(i !== j);
      seen += weight * count;
      expected += (weight * (rows[i] ?? 0) * (columns[j] ?? 0)) / total;
    });
  });
  return expected > 0 ? 1 - seen / expected : null;
}

/** Share of pictures that got the same grade. */
export function agreedShare(counts: Confusion): number {
  return sum(counts.map((row, i) => row[i] ?? 0)) / sum(counts.map(sum));
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

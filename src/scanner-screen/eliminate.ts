/**
 * Solves linear equations, one a line with its right-hand side last, by Gauss and Jordan; null where they are singular.
 * Without a choice of pivots: for the symmetric, positive tables of least squares.
 */
export function eliminate(table: number[][]): number[] | null {
  for (const [i, pivotLine] of table.entries()) {
    const pivot = pivotLine[i] ?? 0;
    if (Math.abs(pivot) < 1e-9) return null;
    scale(pivotLine, 1 / pivot);
    for (const [k, line] of table.entries()) if (k !== i) addTimes(line, pivotLine, -(line[i] ?? 0));
  }
  return table.map((line) => line.at(-1) ?? 0);
}

function scale(line: number[], factor: number): void {
  for (let j = 0; j < line.length; j++) line[j] = (line[j] ?? 0) * factor;
}

function addTimes(line: number[], other: readonly number[], factor: number): void {
  for (let j = 0; j < line.length; j++) line[j] = (line[j] ?? 0) + factor * (other[j] ?? 0);
}

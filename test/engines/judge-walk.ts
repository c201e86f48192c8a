import type { Walk } from './walk-app.ts';

const tolerance = 0.02;
const labelCount = 5;

/** What is wrong with an engine's walk, held against Chromium's; empty when it is right. */
export function judgeWalk(walk: Walk, reference: Walk): readonly string[] {
  const problems: string[] = [];
  if (!walk.isIsolated) problems.push('the page is not cross-origin isolated');
  if (!walk.backend.startsWith('WASM')) problems.push(`ran on ${walk.backend}, not on WASM`);
  if (!(walk.milliseconds > 0)) problems.push('the record has no time');
  if (walk.verdict !== reference.verdict) problems.push(`verdict ${walk.verdict}, not ${reference.verdict}`);
  const count = Object.keys(walk.probabilities).length;
  if (count !== labelCount) problems.push(`showed ${count} of ${labelCount} probabilities`);
  const difference = largestDifference(walk, reference);
  if (difference > tolerance) problems.push(`a probability is off by ${difference.toFixed(4)}`);
  return problems;
}

/** The largest difference between two engines' probabilities; NaN when the engine lacks one of them. */
export function largestDifference(walk: Walk, reference: Walk): number {
  const labels = Object.keys(reference.probabilities);
  return Math.max(
    ...labels.map((label) =>
      Math.abs((walk.probabilities[label] ?? Number.NaN) - (reference.probabilities[label] ?? Number.NaN)),
    ),
  );
}

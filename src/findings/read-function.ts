import { type BoostedTrees, evaluateBoostedTrees } from '../kidney-function/boosted-trees.ts';
import type { PictureFunction } from './crop-reading.ts';
import { type ModelRead, outputOf } from './model-output.ts';
import { sigmoid, tensorOf } from './tensor-values.ts';

/**
 * Reads kidney function off one forward pass: the mean of the bagged heads, and a 90 % interval of half the width
 * `perSpread` × their standard deviation + `floor`, as the card was fitted; none reaches below 0. The trees give the
 * log odds of chronic kidney disease. Null for a model that estimates no function.
 * @throws Failure `model-output`; a RangeError for trees of other features.
 */
export function readFunction(read: ModelRead, trees: BoostedTrees | null): PictureFunction | null {
  const output = outputOf(read.outputs, 'function');
  if (output === null) return null;
  const heads = [...tensorOf(read, output.tensor).values];
  const value = heads.reduce((sum, head) => sum + head, 0) / heads.length;
  const variance = heads.reduce((sum, head) => sum + (head - value) ** 2, 0) / heads.length;
  const half = output.interval.perSpread * Math.sqrt(variance) + output.interval.floor;
  const egfr = { value, low: Math.max(0, value - half), high: value + half };
  return { heads, egfr, scale: output.scale, ckd: readKidneyDisease(read, trees) };
}

function readKidneyDisease(read: ModelRead, trees: BoostedTrees | null): PictureFunction['ckd'] {
  const output = outputOf(read.outputs, 'boosted-trees');
  if (output === null || trees === null) return null;
  const logit = evaluateBoostedTrees(trees, tensorOf(read, output.tensor).values);
  const { threshold, temperature, abstain } = output;
  return { probability: sigmoid(logit / temperature), threshold, abstain };
}

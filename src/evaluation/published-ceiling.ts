import type { Structure } from '../analysis.ts';

/**
 * Dice between the two sonographers of the Open Kidney Ultrasound Data Set over all its pairs of readings (Singla et al.):
 * nothing above it can be asked of a model on pictures like those.
 */
export const publishedDice: Readonly<Record<Structure, number>> = {
  capsule: 0.946,
  'central-echo-complex': 0.868,
  medulla: 0.692,
  cortex: 0.591,
};

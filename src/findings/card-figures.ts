import type { Finding } from './finding.ts';

/** Whether pictures are real, real with something drawn into them or otherwise changed, or simulated. */
export type PicturesKind = 'real' | 'degraded' | 'simulated';

/** One figure of a card on pictures that were held out. */
export interface CardFigure {
  readonly dataset: string;
  readonly pictures: PicturesKind;
  readonly n: number;
  /** The finding it is about, or something else. */
  readonly subject: string;
  readonly metric: string;
  readonly value: number;
  /** 95 %. */
  readonly interval: readonly [low: number, high: number];
}

/** Of a card, what a screen needs to say what a reading is worth. */
export interface FindingsCard {
  readonly metrics: readonly CardFigure[];
  /** For patients of what age, in years; absent where the author does not say. */
  readonly ageYears?: readonly [least: number, most: number] | undefined;
}

/** The areas under the ROC curve that a card tells of one finding, in the card's order. */
export function areasOf({ metrics }: FindingsCard, finding: Finding): readonly CardFigure[] {
  return metrics.filter(({ subject, metric }) => subject === finding && metric === 'AUC');
}

/** The figure of that name on the same pictures, or undefined. */
export function figureBeside(
  { metrics }: FindingsCard,
  { dataset, subject }: CardFigure,
  metric: 'sensitivity at the threshold' | 'specificity at the threshold',
): CardFigure | undefined {
  return metrics.find((one) => one.dataset === dataset && one.subject === subject && one.metric === metric);
}

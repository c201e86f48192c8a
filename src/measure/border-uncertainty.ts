import type { SizeKind } from './measurement.ts';

/** Half the width of a 95 % interval over a standard uncertainty, for a normal distribution. */
export const COVER = 1.96;

/** Half the widths of 95 % intervals, as shares of the value. */
type Shares = Readonly<Record<SizeKind, number>>;

/** What a model's outline was drawn on: simulated pictures are plainer than real ones. */
export type PictureKind = 'real' | 'simulated';

/**
 * How far sizes on the shipped model's outlines are off at the usual probability, what readers differ taken out.
 * Simulated: 300 visible kidneys of their own seeds. Real: against one reader on 114 held-out pictures, fitted on the
 * half of their blocks with even numbers; no one outlined pyramids on real pictures, so the cortex takes what the
 * parenchyma's share grew by. docs/decisions/0025-measuring.md says how, and what the other half gave.
 */
const modelShares: Readonly<Record<PictureKind, Shares>> = {
  simulated: { length: 0.07, width: 0.066, area: 0.085, perimeter: 0.054, cortex: 0.272, parenchyma: 0.207 },
  real: { length: 0.111, width: 0.111, area: 0.146, perimeter: 0.09, cortex: 0.56, parenchyma: 0.397 },
};

/**
 * How far one reader of a picture is off, from the Dice between two sonographers of the Open Kidney data set: capsule
 * 0.946, central echo complex 0.868, medulla 0.692. On an ellipse like a kidney's two borders whose Dice is D lie
 * 2 (1 − D) × area / perimeter apart on average, which makes one reader's border of the capsule waver by 0.16 cm; the
 * derivation is in docs/decisions/0025-measuring.md.
 */
const readerShares: Shares = {
  length: 0.042,
  width: 0.087,
  area: 0.076,
  perimeter: 0.032,
  cortex: 0.25,
  parenchyma: 0.163,
};

/** The outline's mean probability at which `modelShares` hold, and how steeply they grow below it. */
const USUAL = 0.945;
const STEEPNESS = 30;
/** Where the model knows least, shares are not told beyond this many times the usual ones. */
const MOST = 4.5;

/** What is known of an outline that the model drew. */
export interface ModelOutline {
  readonly pictures: PictureKind;
  /** The capsule's mean calibrated probability. */
  readonly probability: number;
}

/** Half the width of the 95 % interval of a size on the model's outline, as a share of the size. */
export function borderShare(kind: SizeKind, { pictures, probability }: ModelOutline): number {
  const times = Math.exp(STEEPNESS * (USUAL - probability));
  return modelShares[pictures][kind] * Math.min(MOST, times);
}

/** The same for what one reader differs from another. */
export function readerShare(kind: SizeKind): number {
  return readerShares[kind];
}

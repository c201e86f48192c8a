import type { Backend, ModelIdentity } from '../analysis.ts';
import type { Poles } from '../pixels/fit-kidney-crop.ts';
import type { Finding } from './finding.ts';

/** Where the ends of the long axis came from: the outline's mask, marks that the scanner burned in, or a hand. */
export type PolesSource = 'mask' | 'burned-in' | 'by-hand';

/** The long axis round which a picture is cropped, in pixels of the analysed picture. */
export interface CropAxis {
  readonly poles: Poles;
  readonly from: PolesSource;
}

/** What one model says of one finding. */
export interface FindingReading {
  readonly finding: Finding;
  /** Calibrated on the sets that the model's card names. */
  readonly probability: number;
  /** The card's operating point. */
  readonly threshold: number;
  /** Between these two probabilities it is too close to call. */
  readonly abstain: readonly [low: number, high: number];
  /** Of what spoke for it, the share that lies inside the kidney's outline; null without a map or an outline. */
  readonly insideShare: number | null;
}

/** Kidney function as one model reads it off one picture; never a laboratory value. */
export interface PictureFunction {
  /** Estimated GFR of each bagged head, mL/min/1.73 m². */
  readonly heads: readonly number[];
  /** Mean of the heads, and the ends of its 90 % interval, mL/min/1.73 m². */
  readonly egfr: { readonly value: number; readonly low: number; readonly high: number };
  /** Where the values came from that the model was trained on, in the card's words. */
  readonly scale: string;
  /** Chronic kidney disease by the boosted trees; null for a model without them. */
  readonly ckd: {
    readonly probability: number;
    readonly threshold: number;
    readonly abstain: readonly [low: number, high: number];
  } | null;
}

/** What the scanner had burned into the crop and how much of it was painted over, so that no model could read it. */
export interface ErasedMarks {
  readonly calipers: number;
  readonly texts: number;
  /** Share of the crop that was painted over, 0–1. */
  readonly share: number;
}

/** A model's part of a reading. */
interface ReadBy {
  readonly model: ModelIdentity;
  /** Distance from the training pictures over the card's limit; null for a model that does not tell. */
  readonly novelty: number | null;
}

/** What the models of findings and function said of one picture; kept with its record. */
export interface CropReading {
  /** Milliseconds since 1970. */
  readonly readAt: number;
  readonly axis: CropAxis;
  readonly erased: ErasedMarks;
  /** A person said that the patient is of an age that the card is for, without giving it. */
  readonly isAgeConfirmed?: true;
  /** Absent where no model of findings was asked. */
  readonly findings?: ReadBy & { readonly readings: readonly FindingReading[] };
  /** Absent where no model of function was asked. */
  readonly function?: ReadBy & PictureFunction;
  readonly backend: Backend;
  /** Milliseconds in the workers. */
  readonly tookMs: number;
  readonly appVersion: string;
}

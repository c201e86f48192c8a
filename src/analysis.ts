import type { Framing } from './pixels/framing.ts';
import type { Meters } from './pixels/meters.ts';
import type { Point, Sector } from './pixels/sector.ts';

/** The five quality labels, in the order in which every quality model gives them. */
export type QualityLabel = 'artefact' | 'gain' | 'position' | 'optimal' | 'wrong';

/** Where the model runs, best first; the worker walks down this ladder until the self-test holds. */
export type Backend = 'webgpu' | 'wasm-threads' | 'wasm' | 'cpu';

/** The golden pictures run on this device and backend, against the outputs in the model card. */
export interface SelfTest {
  readonly passed: boolean;
  /** Largest absolute difference to the expected outputs, over all golden pictures. */
  readonly largestDifference: number;
  readonly tolerance: number;
}

/** Names one model beyond doubt; part of every record in history. */
export interface ModelIdentity {
  readonly name: string;
  readonly version: string;
  /** SHA-256 of the weights file, in hexadecimal. */
  readonly sha256: string;
}

/** One label's calibrated probability and the threshold above which it is said to hold. */
export interface LabelReading {
  readonly label: QualityLabel;
  readonly probability: number;
  readonly threshold: number;
  /** Between these two probabilities the label is too close to call; absent where the model's card has no band. */
  readonly abstain?: readonly [low: number, high: number];
}

/** What a segmentation outlines. */
export type Structure = 'capsule' | 'central-echo-complex' | 'medulla' | 'cortex';

/** One structure's outlines, largest first: closed polygons in pixels of the analysed picture. */
export interface StructureOutline {
  readonly structure: Structure;
  readonly contours: readonly (readonly Point[])[];
  /** Mean calibrated probability inside the contours. */
  readonly probability: number;
}

/** The kidney as the model outlined it, and how it lies in the picture. The capsule is always among the outlines. */
export interface Anatomy {
  readonly outlines: readonly StructureOutline[];
  readonly framing: Framing;
}

/** Features × head weights of the same forward pass, one plane a label, over the model's input. */
export interface ActivationMap {
  readonly rows: number;
  readonly columns: number;
  /** Length `rows × columns × 5`, label fastest; the head's contribution to the logit, unbounded. */
  readonly values: Float32Array;
  /** The part of the picture that the map covers, in picture pixels; may reach outside it. */
  readonly covers: {
    readonly x: number;
    readonly y: number;
    readonly width: number;
    readonly height: number;
  };
}

/** Why a picture gets no verdict. */
export type Refusal = 'single-colour' | 'colour-photo' | 'no-sector' | 'not-ultrasound';

/** What a picture of ultrasound was read as. */
export interface Assessment {
  readonly kind: 'assessed';
  readonly labels: readonly LabelReading[];
  readonly map: ActivationMap;
  readonly sector: Sector;
  readonly meters: Meters;
  /** Null where no kidney was outlined; absent where the model outlines nothing, or was not asked. */
  readonly anatomy?: Anatomy | null;
  /** Distance from the training pictures over the refusal threshold; 1 is the limit. */
  readonly novelty: number;
}

/** The outcome of a picture that the app declines to judge. */
export interface Declined {
  readonly kind: 'declined';
  readonly refusal: Refusal;
  readonly sector: Sector | null;
}

/** Milliseconds spent on one picture, in the worker. */
export interface Timing {
  readonly pixels: number;
  readonly sector: number;
  readonly meters: number;
  readonly model: number;
  /** Absent in records of versions that drew no outline. */
  readonly outline?: number;
  readonly total: number;
}

/** Everything that the worker knows about one picture. */
export interface Analysis {
  readonly outcome: Assessment | Declined;
  /** The size in which coordinates are given. */
  readonly width: number;
  readonly height: number;
  readonly model: ModelIdentity;
  readonly backend: Backend;
  readonly selfTest: SelfTest;
  readonly timing: Timing;
}

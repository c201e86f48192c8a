import type { Backend, Declined, ModelIdentity, Timing } from '../analysis.ts';
import type { Placement } from '../pixels/model-input.ts';
import type { Sector } from '../pixels/sector.ts';

/** What a tissue model tells apart. */
export type TissueLayer = 'background' | 'skin-fat' | 'muscle' | 'fascia' | 'tendon';

/** One output of a tissue model as it came, and how its card says to read it. */
export interface TissueOutput {
  readonly layers: readonly TissueLayer[];
  /** `softmax`: one layer at a place; `sigmoid`: each layer by itself, yes or no. */
  readonly activation: 'softmax' | 'sigmoid';
  /** With `sigmoid`: where a layer begins to count, a calibrated probability each. */
  readonly thresholds?: readonly number[] | undefined;
  readonly temperatures: readonly number[];
  /** Logits, shape [1, rows, columns, layers], over the model's input. */
  readonly shape: readonly number[];
  readonly values: Float32Array;
}

/** A picture of layers as the model read it. */
export interface TissueRead {
  readonly kind: 'read';
  readonly sector: Sector;
  readonly placement: Placement;
  /** The model's input, in pixels. */
  readonly input: { readonly width: number; readonly height: number };
  readonly outputs: readonly TissueOutput[];
}

/** Everything that the worker knows about one picture of layers. */
export interface TissueReading {
  readonly outcome: TissueRead | Declined;
  /** The size of the analysed picture, in which the sector is given. */
  readonly width: number;
  readonly height: number;
  readonly model: ModelIdentity;
  readonly backend: Backend;
  readonly timing: Timing;
}

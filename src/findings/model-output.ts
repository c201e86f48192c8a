import type { Placement } from '../pixels/model-input.ts';
import type { Finding } from './finding.ts';

/** One output tensor of a model as it came. */
export interface Tensor {
  readonly shape: readonly number[];
  readonly values: Float32Array;
}

/** The tensors of one forward pass, by name. */
export type Tensors = ReadonlyMap<string, Tensor>;

/** How a card says to read findings; lists in the order of `labels`. */
export interface FindingsOutput {
  readonly task: 'findings';
  /** Logits, shape [1, labels]. */
  readonly tensor: string;
  readonly labels: readonly Finding[];
  readonly thresholds: readonly number[];
  readonly temperatures: readonly number[];
  readonly abstain: readonly (readonly [number, number])[];
}

/** How a card says to read where a model looked: shape [1, rows, columns, labels]. */
export interface MapOutput {
  readonly task: 'activation-map';
  readonly tensor: string;
  readonly pooling?: 'mean' | 'log-mean-exp' | undefined;
}

/** How a card says to read kidney function: shape [1, heads], mL/min/1.73 m². */
export interface FunctionOutput {
  readonly task: 'function';
  readonly tensor: string;
  readonly scale: string;
  readonly interval: { readonly perSpread: number; readonly floor: number };
}

/** How a card says to read its boosted trees. */
export interface TreesOutput {
  readonly task: 'boosted-trees';
  /** The features that go into the trees. */
  readonly tensor: string;
  readonly threshold: number;
  readonly temperature: number;
  readonly abstain: readonly [number, number];
}

/** How a card says to read how strange an input is. */
export interface NoveltyOutput {
  readonly task: 'novelty';
  readonly tensor: string;
  readonly threshold: number;
}

/** A card's outputs as far as they are read here; other tasks pass. */
export type CropOutput =
  | FindingsOutput
  | MapOutput
  | FunctionOutput
  | TreesOutput
  | NoveltyOutput
  | { readonly task: 'quality' | 'segmentation' | 'tissue' | 'features' };

/** One forward pass of a model over a picture's crop, and how its card says to read it. */
export interface ModelRead {
  readonly outputs: readonly CropOutput[];
  readonly tensors: Tensors;
  /** The model's input, in pixels, and where the picture went in it. */
  readonly input: { readonly width: number; readonly height: number };
  readonly placement: Placement;
}

/** The first output for a task, or null. */
export function outputOf<T extends CropOutput['task']>(
  outputs: readonly CropOutput[],
  task: T,
): Extract<CropOutput, { readonly task: T }> | null {
  const isOfTask = (output: CropOutput): output is Extract<CropOutput, { readonly task: T }> =>
    output.task === task;
  return outputs.find(isOfTask) ?? null;
}

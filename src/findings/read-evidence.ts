import type { Point } from '../pixels/sector.ts';
import { sectorMask } from '../pixels/sector-mask.ts';
import type { Finding } from './finding.ts';
import { type MapOutput, type ModelRead, outputOf, type Tensor } from './model-output.ts';
import { tensorOf } from './tensor-values.ts';

/** What spoke for each finding, cell by cell. */
export interface Evidence {
  readonly rows: number;
  readonly columns: number;
  /** By finding: each cell's share of all that spoke for it, `rows × columns`; they sum to 1, or all are 0. */
  readonly shares: ReadonlyMap<Finding, Float32Array>;
  /** The part of the picture that the cells cover, in its pixels; may reach outside it. */
  readonly covers: {
    readonly x: number;
    readonly y: number;
    readonly width: number;
    readonly height: number;
  };
}

/**
 * Where a model looked: of what goes into a finding's logit, the share of each cell. With `log-mean-exp` a cell counts
 * by its exponential, which is its part of the derivative; with `mean` by how far it lies above 0. Null for a model without a map.
 */
export function readEvidence(read: ModelRead, labels: readonly Finding[]): Evidence | null {
  const output = outputOf(read.outputs, 'activation-map');
  if (output === null) return null;
  const tensor = tensorOf(read, output.tensor);
  const [, rows = 1, columns = 1] = tensor.shape;
  const { scaleX, scaleY, offsetX, offsetY } = read.placement;
  return {
    rows,
    columns,
    shares: new Map(labels.map((label, index) => [label, sharesOf(tensor, output, index)])),
    covers: {
      x: -offsetX / scaleX,
      y: -offsetY / scaleY,
      width: read.input.width / scaleX,
      height: read.input.height / scaleY,
    },
  };
}

/** Of what spoke for a finding, the share inside the kidney's outline; null where nothing spoke for it. */
export function shareInside(
  { rows, columns, shares, covers }: Evidence,
  finding: Finding,
  capsule: readonly (readonly Point[])[],
): number | null {
  const cells = shares.get(finding);
  if (cells === undefined || !cells.some((share) => share > 0)) return null;
  const inside = new Uint8Array(rows * columns);
  for (const contour of capsule) {
    const onGrid = contour.map(({ x, y }) => ({
      x: ((x - covers.x) / covers.width) * columns,
      y: ((y - covers.y) / covers.height) * rows,
    }));
    for (const [cell, isInside] of sectorMask(onGrid, columns, rows).entries()) inside[cell] ||= isInside;
  }
  return Math.min(
    1,
    cells.reduce((sum, share, cell) => sum + share * (inside[cell] ?? 0), 0),
  );
}

function sharesOf({ shape, values }: Tensor, { pooling }: MapOutput, channel: number): Float32Array {
  const [, rows = 1, columns = 1, channels = 1] = shape;
  const plane = Float32Array.from(
    { length: rows * columns },
    (_, cell) => values[cell * channels + channel] ?? 0,
  );
  const highest = plane.reduce((most, value) => Math.max(most, value), Number.NEGATIVE_INFINITY);
  const weights = plane.map((value) =>
    pooling === 'log-mean-exp' ? Math.exp(value - highest) : Math.max(0, value),
  );
  const sum = weights.reduce((total, weight) => total + weight, 0);
  return sum > 0 ? weights.map((weight) => weight / sum) : weights;
}

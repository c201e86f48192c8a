import type { Placement } from '../pixels/model-input.ts';
import type { Box } from '../pixels/sector.ts';
import { sectorMask } from '../pixels/sector-mask.ts';
import { type LayerMap, type MapGrid, otherLayer, tissueLayers, unknownLayer } from './layer-map.ts';
import type { TissueOutput, TissueRead } from './tissue-reading.ts';

/** What a model said of a picture. */
export interface PredictedLayers {
  readonly map: LayerMap;
  /** Mean calibrated probability of each layer where it is said to be, by its number; 0 where it is nowhere. */
  readonly confidences: readonly number[];
}

/**
 * Reads one output at the model's full input size over the sector: logits are enlarged linearly, as training measures
 * them, then calibrated. `softmax`: the most probable layer. `sigmoid`: the most probable one above its threshold, or
 * `otherLayer`.
 */
export function readLayers({ sector, placement, input }: TissueRead, output: TissueOutput): PredictedLayers {
  const { x, y, width, height } = gridBox(sector.bounds, placement);
  const outline = sector.outline.map((point) => ({
    x: point.x * placement.scaleX + placement.offsetX - x,
    y: point.y * placement.scaleY + placement.offsetY - y,
  }));
  const inside = sectorMask(outline, width, height);
  const cells = new Uint8Array(width * height).fill(unknownLayer);
  const [, rows = 1, columns = 1] = output.shape;
  const across = tapsOf({ from: x, count: width, of: input.width }, columns);
  const down = tapsOf({ from: y, count: height, of: input.height }, rows);
  const sums = tissueLayers.map(() => ({ probability: 0, cells: 0 }));
  const numbers = output.layers.map((layer) => tissueLayers.indexOf(layer));
  const logits = new Float32Array(numbers.length);
  for (let i = 0; i < cells.length; i++) {
    if (inside[i] === 0) continue;
    interpolate(
      output.values,
      { columns, across: across[i % width], down: down[Math.floor(i / width)] },
      logits,
    );
    const { index, probability } = choose(output, logits);
    const layer = numbers[index] ?? otherLayer;
    cells[i] = layer;
    const sum = sums[layer];
    if (sum === undefined) continue;
    sum.probability += probability;
    sum.cells += 1;
  }
  return {
    map: { width, height, cells, covers: coveredBy({ x, y, width, height }, placement) },
    confidences: sums.map((sum) => sum.probability / Math.max(1, sum.cells)),
  };
}

/** The whole input pixels that the sector's box lies in. */
function gridBox(bounds: Box, { scaleX, scaleY, offsetX, offsetY }: Placement): Box {
  const x = Math.max(0, Math.round(bounds.x * scaleX + offsetX));
  const y = Math.max(0, Math.round(bounds.y * scaleY + offsetY));
  const right = Math.round((bounds.x + bounds.width) * scaleX + offsetX);
  const bottom = Math.round((bounds.y + bounds.height) * scaleY + offsetY);
  return { x, y, width: Math.max(1, right - x), height: Math.max(1, bottom - y) };
}

function coveredBy(
  { x, y, width, height }: Box,
  { scaleX, scaleY, offsetX, offsetY }: Placement,
): MapGrid['covers'] {
  return {
    x: (x - offsetX) / scaleX,
    y: (y - offsetY) / scaleY,
    width: width / scaleX,
    height: height / scaleY,
  };
}

/** Two neighbouring values of an axis, and how far between them a cell's middle lies. */
interface Tap {
  readonly low: number;
  readonly high: number;
  readonly share: number;
}

function tapsOf(
  { from, count, of }: { readonly from: number; readonly count: number; readonly of: number },
  values: number,
): Tap[] {
  return Array.from({ length: count }, (_, i) => {
    const at = Math.min(values - 1, Math.max(0, ((from + i + 0.5) / of) * values - 0.5));
    const low = Math.floor(at);
    return { low, high: Math.min(values - 1, low + 1), share: at - low };
  });
}

/** Logits between four neighbouring values. */
function interpolate(
  values: Float32Array,
  {
    columns,
    across,
    down,
  }: { readonly columns: number; readonly across: Tap | undefined; readonly down: Tap | undefined },
  logits: Float32Array,
): void {
  if (across === undefined || down === undefined) return;
  const channels = logits.length;
  const [fx, fy] = [across.share, down.share];
  const [top, bottom] = [down.low * columns, down.high * columns];
  for (let channel = 0; channel < channels; channel++) {
    const upperLeft = values[(top + across.low) * channels + channel] ?? 0;
    const upperRight = values[(top + across.high) * channels + channel] ?? 0;
    const lowerLeft = values[(bottom + across.low) * channels + channel] ?? 0;
    const lowerRight = values[(bottom + across.high) * channels + channel] ?? 0;
    const upper = upperLeft + (upperRight - upperLeft) * fx;
    logits[channel] = upper + (lowerLeft + (lowerRight - lowerLeft) * fx - upper) * fy;
  }
}

interface Chosen {
  /** Of the output's layers; −1 for none. */
  readonly index: number;
  readonly probability: number;
}

function choose(output: TissueOutput, logits: Float32Array): Chosen {
  return output.activation === 'softmax' ? mostProbable(output, logits) : mostAboveThreshold(output, logits);
}

function mostProbable({ temperatures }: TissueOutput, logits: Float32Array): Chosen {
  const temperature = temperatures[0] ?? 1;
  let index = 0;
  for (let i = 1; i < logits.length; i++) if ((logits[i] ?? 0) > (logits[index] ?? 0)) index = i;
  const highest = logits[index] ?? 0;
  let sum = 0;
  for (const logit of logits) sum += Math.exp((logit - highest) / temperature);
  return { index, probability: 1 / sum };
}

function mostAboveThreshold({ temperatures, thresholds }: TissueOutput, logits: Float32Array): Chosen {
  let chosen: Chosen = { index: -1, probability: 0 };
  logits.forEach((logit, index) => {
    const probability = 1 / (1 + Math.exp(-logit / (temperatures[index] ?? 1)));
    if (probability >= (thresholds?.[index] ?? 0.5) && probability > chosen.probability) {
      chosen = { index, probability };
    }
  });
  return chosen;
}

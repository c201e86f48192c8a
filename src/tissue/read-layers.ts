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
  const sums = tissueLayers.map(() => ({ probability: 0, cells: 0 }));
  const numbers = output.layers.map((layer) => tissueLayers.indexOf(layer));
  const logits = new Float32Array(numbers.length);
  for (let i = 0; i < cells.length; i++) {
    if (inside[i] === 0) continue;
    const [across, down] = [
      (x + (i % width) + 0.5) / input.width,
      (y + Math.floor(i / width) + 0.5) / input.height,
    ];
    interpolate(output, { across, down }, logits);
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

/** Logits between four neighbouring values, at a place given as shares of the input's width and height. */
function interpolate(
  { shape, values }: TissueOutput,
  at: { readonly across: number; readonly down: number },
  logits: Float32Array,
): void {
  const [, rows = 1, columns = 1] = shape;
  const channels = logits.length;
  const column = Math.min(columns - 1, Math.max(0, at.across * columns - 0.5));
  const row = Math.min(rows - 1, Math.max(0, at.down * rows - 0.5));
  const [left, top] = [Math.floor(column), Math.floor(row)];
  const [right, bottom] = [Math.min(columns - 1, left + 1), Math.min(rows - 1, top + 1)];
  const [fx, fy] = [column - left, row - top];
  for (let channel = 0; channel < channels; channel++) {
    const value = (r: number, c: number): number => values[(r * columns + c) * channels + channel] ?? 0;
    const upper = value(top, left) * (1 - fx) + value(top, right) * fx;
    const lower = value(bottom, left) * (1 - fx) + value(bottom, right) * fx;
    logits[channel] = upper * (1 - fy) + lower * fy;
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

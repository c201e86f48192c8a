import { type BeamGrid, beamOfPixel } from './beam-grid.ts';

/** For each pixel of the sector, which four samples it mixes; made once for a geometry and kept. */
export interface ScanTable {
  /** Pixel numbers. */
  readonly pixels: Int32Array;
  /** Index of the upper left sample, in rows of beams. */
  readonly corners: Int32Array;
  /** Shares of the right and of the lower sample. */
  readonly right: Float32Array;
  readonly lower: Float32Array;
}

const kept = new Map<string, ScanTable>();
/** Live view needs one; a training set walks through many. */
const keptAtMost = 8;

/** The scan conversion of a grid: bilinear from beams to pixels. */
export function scanTable(grid: BeamGrid): ScanTable {
  const key = JSON.stringify(grid);
  const known = kept.get(key);
  if (known !== undefined) return known;
  const table = buildTable(grid);
  if (kept.size >= keptAtMost) kept.delete(kept.keys().next().value ?? '');
  kept.set(key, table);
  return table;
}

function buildTable(grid: BeamGrid): ScanTable {
  const { width, height } = grid.layout;
  const [pixels, corners, right, lower]: [number[], number[], number[], number[]] = [[], [], [], []];
  for (let i = 0; i < width * height; i += 1) {
    const [across, depth] = beamOfPixel(grid, i % width, Math.floor(i / width));
    if (Number.isNaN(across)) continue;
    const x = across * (grid.beams - 1);
    const y = (depth / grid.depthCm) * (grid.samples - 1);
    const left = Math.min(grid.beams - 2, Math.floor(x));
    const top = Math.min(grid.samples - 2, Math.floor(y));
    pixels.push(i);
    corners.push(top * grid.beams + left);
    right.push(x - left);
    lower.push(y - top);
  }
  return {
    pixels: Int32Array.from(pixels),
    corners: Int32Array.from(corners),
    right: Float32Array.from(right),
    lower: Float32Array.from(lower),
  };
}

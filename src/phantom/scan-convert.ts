import type { GreyImage } from '../pixels/grey-image.ts';
import type { BeamGrid } from './beam-grid.ts';
import { scanTable } from './scan-table.ts';

/** Grey on beams to grey on pixels; black outside the sector. */
export function scanConvert(grid: BeamGrid, grey: Float32Array): GreyImage {
  const { width, height } = grid.layout;
  const { pixels, corners, right, lower } = scanTable(grid);
  const data = new Uint8Array(width * height);
  const { beams } = grid;
  for (let i = 0; i < pixels.length; i += 1) {
    const corner = corners[i] ?? 0;
    const fx = right[i] ?? 0;
    const upper = (grey[corner] ?? 0) * (1 - fx) + (grey[corner + 1] ?? 0) * fx;
    const below = (grey[corner + beams] ?? 0) * (1 - fx) + (grey[corner + beams + 1] ?? 0) * fx;
    data[pixels[i] ?? 0] = upper + (below - upper) * (lower[i] ?? 0) + 0.5;
  }
  return { width, height, data };
}

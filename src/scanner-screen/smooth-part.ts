import type { GreyImage } from '../pixels/grey-image.ts';
import type { Quad } from './quad.ts';

/**
 * A picture smoothed by the kernel 1 2 1 along both axes within the box around some corners; 0 outside of it. That
 * takes three quarters off a pattern of three pixels' period, all of one of two, and little from a scan's speckle.
 */
export function smoothPart({ width, height, data }: GreyImage, corners: Quad): GreyImage {
  const xs = corners.map(({ x }) => x);
  const ys = corners.map(({ y }) => y);
  const [x0, x1] = [clamp(Math.min(...xs) - 2, width), clamp(Math.max(...xs) + 3, width)];
  const [y0, y1] = [clamp(Math.min(...ys) - 2, height), clamp(Math.max(...ys) + 3, height)];
  const out = new Uint8Array(width * height);
  const sums = new Uint16Array(width);
  for (let y = y0; y < y1; y++) {
    const here = y * width;
    const above = y > 0 ? here - width : here;
    const below = y < height - 1 ? here + width : here;
    for (let x = x0; x < x1; x++)
      sums[x] = (data[above + x] ?? 0) + 2 * (data[here + x] ?? 0) + (data[below + x] ?? 0);
    // Beside the box nothing is read again; its own rim repeats.
    let before = sums[x0] ?? 0;
    for (let x = x0; x < x1; x++) {
      const sum = sums[x] ?? 0;
      const after = sums[Math.min(x + 1, x1 - 1)] ?? 0;
      out[here + x] = (before + 2 * sum + after + 8) >> 4;
      before = sum;
    }
  }
  return { width, height, data: out };
}

function clamp(value: number, most: number): number {
  return Math.min(most, Math.max(0, Math.floor(value)));
}

import type { GreyImage } from '../pixels/grey-image.ts';
import type { Point } from '../pixels/sector.ts';

/** Grey at a place between pixel centres, interpolated; the rim's grey stands in for what lies outside. */
export function sampleGrey({ width, height, data }: GreyImage, { x, y }: Point): number {
  const [fx, fy] = [
    Math.min(Math.max(x - 0.5, 0), width - 1.001),
    Math.min(Math.max(y - 0.5, 0), height - 1.001),
  ];
  const [column, row] = [Math.floor(fx), Math.floor(fy)];
  const [across, down] = [fx - column, fy - row];
  const at = row * width + column;
  const upper = (data[at] ?? 0) * (1 - across) + (data[at + 1] ?? 0) * across;
  const lower = (data[at + width] ?? 0) * (1 - across) + (data[at + width + 1] ?? 0) * across;
  return upper * (1 - down) + lower * down;
}

/** Grey of the pixel at a place; the rim's stands in for what lies outside. */
export function nearestGrey({ width, height, data }: GreyImage, { x, y }: Point): number {
  const column = Math.min(width - 1, Math.max(0, Math.floor(x)));
  const row = Math.min(height - 1, Math.max(0, Math.floor(y)));
  return data[row * width + column] ?? 0;
}

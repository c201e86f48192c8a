import type { Rendering } from '../src/phantom/render-phantom.ts';

/** The same rendering on half as many columns and rows (both even), each pixel the mean of four. */
export function halveRendering(rendering: Rendering): Rendering {
  const { image, grid } = rendering;
  const { cmPerPixel, middle, faceRow } = grid.layout;
  const [width, height] = [image.width / 2, image.height / 2];
  const data = new Uint8Array(width * height);
  for (let i = 0; i < data.length; i += 1) {
    const from = 2 * (i % width) + 2 * Math.floor(i / width) * image.width;
    const upper = (image.data[from] ?? 0) + (image.data[from + 1] ?? 0);
    const lower = (image.data[from + image.width] ?? 0) + (image.data[from + image.width + 1] ?? 0);
    data[i] = (upper + lower) / 4;
  }
  const layout = { width, height, cmPerPixel: 2 * cmPerPixel, middle: middle / 2, faceRow: faceRow / 2 };
  return { ...rendering, image: { width, height, data }, grid: { ...grid, layout } };
}

import type { GreyImage } from '../pixels/grey-image.ts';
import { squareToQuad } from './homography.ts';
import type { Quad } from './quad.ts';

/** What a quadrilateral shows, spread flat over `width` × `height` pixels; interpolated linearly. */
export function unwarp(
  image: GreyImage,
  corners: Quad,
  { width, height }: { readonly width: number; readonly height: number },
): GreyImage {
  const [a, b, c, d, e, f, g, h, i] = squareToQuad(corners);
  const flat = new Uint8Array(width * height);
  const { data, width: stride } = image;
  const [lastX, lastY] = [image.width - 1.001, image.height - 1.001];
  for (let row = 0; row < height; row++) {
    const v = (row + 0.5) / height;
    // Along a row the three sums grow evenly: one division a pixel.
    let [x, y, w] = [b * v + c, e * v + f, h * v + i];
    const [dx, dy, dw] = [a / width, d / width, g / width];
    x += dx / 2;
    y += dy / 2;
    w += dw / 2;
    for (let column = 0; column < width; column++) {
      const fx = Math.min(Math.max(x / w - 0.5, 0), lastX);
      const fy = Math.min(Math.max(y / w - 0.5, 0), lastY);
      const [left, top] = [fx | 0, fy | 0];
      const [across, down] = [fx - left, fy - top];
      const at = top * stride + left;
      const [nw, ne] = [data[at] ?? 0, data[at + 1] ?? 0];
      const [sw, se] = [data[at + stride] ?? 0, data[at + stride + 1] ?? 0];
      const upper = nw + (ne - nw) * across;
      flat[row * width + column] = upper + (sw + (se - sw) * across - upper) * down + 0.5;
      x += dx;
      y += dy;
      w += dw;
    }
  }
  return { width, height, data: flat };
}

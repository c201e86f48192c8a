import type { GreyImage } from '../pixels/grey-image.ts';

/** Pixels where the grey changes most across an edge; the lists run in parallel. */
export interface Edges {
  readonly width: number;
  readonly height: number;
  readonly count: number;
  readonly x: Float32Array;
  readonly y: Float32Array;
  /** Gradient, grey levels a pixel. */
  readonly gx: Float32Array;
  readonly gy: Float32Array;
  /** 0–1: how surely it is an edge. Saturates early, so that a faint long edge outweighs a strong short one. */
  readonly weight: Float32Array;
}

/** The gradient at which an edge pixel counts half, levels a pixel. */
const halfWeight = 2;
/** Gradients below this are noise. */
const leastGradient = 0.8;

/** Edge pixels by Sobel's gradient, thinned to the ridge across each edge (as in Canny 1986). */
export function findEdges(image: GreyImage): Edges {
  const { width, height } = image;
  const { gx, gy, size } = gradients(image);
  const found = new Int32Array(width * height);
  let count = 0;
  for (let y = 2; y < height - 2; y++) {
    for (let x = 2; x < width - 2; x++) {
      const at = y * width + x;
      const here = size[at] ?? 0;
      if (here < leastGradient) continue;
      const [dx, dy] = [gx[at] ?? 0, gy[at] ?? 0];
      // The neighbours across the edge: straight or diagonal, whichever lies nearer to the gradient.
      const step = stepAcross(dx, dy, width);
      if (here >= (size[at - step] ?? 0) && here > (size[at + step] ?? 0)) found[count++] = at;
    }
  }
  return listEdges({ width, height, count }, { found, gx, gy, size });
}

function stepAcross(dx: number, dy: number, width: number): number {
  const [ax, ay] = [Math.abs(dx), Math.abs(dy)];
  if (ax > 2.4 * ay) return 1;
  if (ay > 2.4 * ax) return width;
  return dx * dy > 0 ? width + 1 : width - 1;
}

interface Gradients {
  readonly gx: Float32Array;
  readonly gy: Float32Array;
  readonly size: Float32Array;
}

function gradients({ width, height, data }: GreyImage): Gradients {
  const gx = new Float32Array(width * height);
  const gy = new Float32Array(width * height);
  const size = new Float32Array(width * height);
  for (let y = 1; y < height - 1; y++) {
    for (let x = 1; x < width - 1; x++) {
      const at = y * width + x;
      const [a, b, c] = [data[at - width - 1] ?? 0, data[at - width] ?? 0, data[at - width + 1] ?? 0];
      const [d, f] = [data[at - 1] ?? 0, data[at + 1] ?? 0];
      const [g, h, i] = [data[at + width - 1] ?? 0, data[at + width] ?? 0, data[at + width + 1] ?? 0];
      const dx = (c + 2 * f + i - a - 2 * d - g) / 8;
      const dy = (g + 2 * h + i - a - 2 * b - c) / 8;
      gx[at] = dx;
      gy[at] = dy;
      size[at] = Math.sqrt(dx * dx + dy * dy);
    }
  }
  return { gx, gy, size };
}

function listEdges(
  { width, height, count }: { readonly width: number; readonly height: number; readonly count: number },
  { found, gx, gy, size }: Gradients & { readonly found: Int32Array },
): Edges {
  const lists = { x: 0, y: 0, gx: 0, gy: 0, weight: 0 };
  const make = () => new Float32Array(count);
  const edges = { ...lists, x: make(), y: make(), gx: make(), gy: make(), weight: make() };
  for (let i = 0; i < count; i++) {
    const at = found[i] ?? 0;
    const strength = size[at] ?? 0;
    // Pixel centres lie at half-integers.
    edges.x[i] = (at % width) + 0.5;
    edges.y[i] = Math.floor(at / width) + 0.5;
    edges.gx[i] = gx[at] ?? 0;
    edges.gy[i] = gy[at] ?? 0;
    edges.weight[i] = strength / (strength + halfWeight);
  }
  return { width, height, count, ...edges };
}

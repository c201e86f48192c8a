import type { GreyImage } from '../../../src/pixels/grey-image.ts';
import type { Point, Sector } from '../../../src/pixels/sector.ts';

/** A wedge of beams that is dark from some depth on; all in shares, as in the meters. */
export interface DrawnShadow {
  readonly from: number;
  readonly to: number;
  readonly startsAt: number;
}

/** What to draw; grey levels 0–255. */
export interface Drawing {
  readonly width: number;
  readonly height: number;
  readonly shape?: 'fan' | 'rectangle';
  readonly seed?: number;
  /** Mean grey level of the tissue. */
  readonly mean?: number;
  /** Standard deviation of the speckle, grey levels. */
  readonly speckle?: number;
  /** Width of the speckle: σ of the Gaussian that smooths white noise, pixels. */
  readonly grain?: number;
  /** Grey levels by which the deepest point is brighter than the skin. */
  readonly rise?: number;
  readonly shadows?: readonly DrawnShadow[];
  /** Grey level inside shadows. */
  readonly shadowGrey?: number;
  /** A dark ellipse with a bright core in the middle. */
  readonly kidney?: boolean;
  /** A black ellipse at mid depth with brighter tissue behind it. */
  readonly cyst?: boolean;
  /** Share of the beams, from the left, that are black at mid depth; skin and far corner stay lit. */
  readonly fadedSide?: number;
}

const HALF_ANGLE = (25 * Math.PI) / 180;

/** The sector that `drawFan` fills: exact, for comparison. */
export function drawnSector({ width, height, shape = 'fan' }: Drawing): Sector {
  if (shape === 'rectangle') {
    const [x0, y0, x1, y1] = [0.15 * width, 0.1 * height, 0.8 * width, 0.9 * height].map(Math.round) as [
      number,
      number,
      number,
      number,
    ];
    const outline = [
      { x: x0, y: y0 },
      { x: x1, y: y0 },
      { x: x1, y: y1 },
      { x: x0, y: y1 },
    ];
    return { shape, outline, bounds: { x: x0, y: y0, width: x1 - x0, height: y1 - y0 }, apex: null };
  }
  const { apex, near, far } = fanSize(width, height);
  const outline = [...arc(apex, near), ...arc(apex, far).reverse()];
  const [xs, ys] = [outline.map((p) => p.x), outline.map((p) => p.y)];
  const [x, y] = [Math.min(...xs), Math.min(...ys)];
  const bounds = { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y };
  return { shape, outline, bounds, apex, pixelAspect: 1 };
}

function fanSize(width: number, height: number) {
  const size = Math.min(width, height);
  return { apex: { x: width / 2, y: -0.2 * size }, near: 0.25 * size, far: 1.15 * size };
}

function arc(apex: Point, radius: number): Point[] {
  return Array.from({ length: 40 }, (_, i) => {
    const angle = HALF_ANGLE * ((2 * i) / 39 - 1);
    return { x: apex.x + radius * Math.sin(angle), y: apex.y + radius * Math.cos(angle) };
  });
}

function placer(drawing: Drawing, bounds: Sector['bounds'], apex: Point | null) {
  const { near, far } = fanSize(drawing.width, drawing.height);
  return (x: number, y: number) => {
    const depth = apex
      ? (Math.hypot(x - apex.x, y - apex.y) - near) / (far - near)
      : (y - bounds.y) / bounds.height;
    const lateral = apex
      ? (Math.atan2(x - apex.x, y - apex.y) / HALF_ANGLE + 1) / 2
      : (x - bounds.x) / bounds.width;
    return depth < 0 || depth >= 1 || lateral < 0 || lateral >= 1 ? null : { depth, lateral };
  };
}

/** Draws speckled tissue in a sector on black. The kidney is off unless asked for, so that means stay known. */
export function drawFan(drawing: Drawing): GreyImage {
  const { width, height, seed = 1, speckle = 12, grain = 1 } = drawing;
  const noise = smoothNoise({ width, height, seed, grain });
  const { bounds, apex } = drawnSector(drawing);
  const place = placer(drawing, bounds, apex);
  const data = new Uint8Array(width * height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const at = place(x + 0.5, y + 0.5);
      if (!at) continue;
      const clean = cleanGrey(drawing, at);
      const grain = clean === 0 ? 0 : speckle * (noise[y * width + x] ?? 0);
      data[y * width + x] = Math.min(255, Math.max(0, Math.round(clean + grain)));
    }
  }
  return { width, height, data };
}

function cleanGrey(drawing: Drawing, at: { depth: number; lateral: number }): number {
  const { mean = 90, rise = 0, shadows = [], shadowGrey = 6, fadedSide = 0 } = drawing;
  if (at.lateral < fadedSide * Math.sin(Math.PI * Math.min(1, 1.25 * at.depth))) return 0;
  if (shadows.some((s) => at.lateral >= s.from && at.lateral < s.to && at.depth >= s.startsAt))
    return shadowGrey;
  const fromMiddle = Math.hypot((at.lateral - 0.5) / 0.25, (at.depth - 0.45) / 0.18);
  if (drawing.kidney && fromMiddle < 1) return fromMiddle < 0.5 ? 1.4 * mean : 0.55 * mean;
  if (drawing.cyst && fromMiddle < 1) return 3;
  if (drawing.cyst && Math.abs(at.lateral - 0.5) < 0.2 && at.depth > 0.6) return 1.3 * mean;
  return mean + rise * (at.depth - 0.5);
}

/** White Gaussian noise smoothed to the given grain and scaled back to variance 1. */
export function smoothNoise(size: {
  width: number;
  height: number;
  seed: number;
  grain: number;
}): Float32Array {
  const { width, height, seed, grain } = size;
  const random = generator(seed);
  const white = Float32Array.from({ length: width * height }, () => {
    return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  });
  if (grain === 0) return white;
  const radius = Math.ceil(3 * grain);
  const kernel = Array.from({ length: 2 * radius + 1 }, (_, i) =>
    Math.exp(-((i - radius) ** 2) / (2 * grain ** 2)),
  );
  const power = Math.sqrt(kernel.reduce((sum, k) => sum + k * k, 0));
  const scaled = kernel.map((k) => k / power);
  return convolve(convolve(white, scaled, { step: 1, length: width }), scaled, {
    step: width,
    length: height,
  });
}

/** One pass along rows (`step` 1) or columns (`step` width); wraps round at the ends. */
function convolve(
  source: Float32Array,
  kernel: number[],
  { step, length }: { step: number; length: number },
) {
  const radius = (kernel.length - 1) / 2;
  const result = new Float32Array(source.length);
  for (let index = 0; index < source.length; index++) {
    const place = Math.floor(index / step) % length;
    const start = index - place * step;
    let sum = 0;
    for (let i = 0; i < kernel.length; i++) {
      const at = place + i - radius;
      const wrapped = at < 0 ? at + length : at >= length ? at - length : at;
      sum += (kernel[i] ?? 0) * (source[start + wrapped * step] ?? 0);
    }
    result[index] = sum;
  }
  return result;
}

/** Uniform numbers in [0, 1) from a seed (mulberry32, public domain). */
export function generator(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

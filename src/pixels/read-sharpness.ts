import type { GreyImage } from './grey-image.ts';
import type { Sector } from './sector.ts';

/** The coarse difference is taken over this share of the sector's shorter side. */
const COARSE_SHARE = 1 / 32;
/** At most about this many pixels are looked at. */
const MOST_SAMPLES = 20_000;
const LEAST_SAMPLES = 50;
/** Rounding to whole grey levels adds 1/12 of a squared level to each of the two pixels of a difference. */
const ROUNDING = 2 / 12;
/** Display floor and ceiling: clipped pixels say nothing about detail. */
const FLOOR = 4;
const CEILING = 250;

/**
 * Sharpness: the root-mean-square spatial frequency of the texture, in cycles across the shorter side of the
 * sector; 0 where there is too little to measure. Gain and offset cancel out; blur lowers it.
 *
 * A texture with autocovariance R has E[(I(x + d) − I(x))²] = 2 (R(0) − R(d)) and the mean square frequency
 * −R″(0) / (4π² R(0)) (S. O. Rice, Mathematical analysis of random noise, Bell System Technical Journal 24,
 * 1945). Differences over one pixel give the numerator; over a 32nd of the sector, the variance R(0).
 */
export function readSharpness(image: GreyImage, sector: Sector, mask: Uint8Array): number {
  const side = Math.min(sector.bounds.width, sector.bounds.height);
  const coarse = Math.max(2, Math.round(side * COARSE_SHARE));
  const { fineSum, coarseSum, samples } = sumDifferences(image, mask, coarse);
  if (samples < LEAST_SAMPLES) return 0;
  const fine = Math.max(0, fineSum / samples - 2 * ROUNDING);
  const variance = (coarseSum / samples - 2 * ROUNDING) / 4;
  return variance > 0 ? (side * Math.sqrt(fine / variance)) / (2 * Math.PI) : 0;
}

interface Differences {
  /** Squared differences over one pixel, across plus down. */
  fineSum: number;
  /** The same over the coarse step. */
  coarseSum: number;
  samples: number;
}

function sumDifferences(image: GreyImage, mask: Uint8Array, coarse: number): Differences {
  const { width, height } = image;
  const stride = Math.max(1, Math.round(Math.sqrt((width * height) / MOST_SAMPLES)));
  const sums = { fineSum: 0, coarseSum: 0, samples: 0 };
  for (let y = 0; y + coarse < height; y += stride) {
    for (let x = 0; x + coarse < width; x += stride) {
      const at = y * width + x;
      const inside = (mask[at] ?? 0) + (mask[at + coarse] ?? 0) + (mask[at + coarse * width] ?? 0);
      if (inside === 3) addPixel(sums, image, { at, coarse });
    }
  }
  return sums;
}

function addPixel(
  sums: Differences,
  { data, width }: GreyImage,
  { at, coarse }: { readonly at: number; readonly coarse: number },
): void {
  const here = data[at] ?? 0;
  const right = data[at + coarse] ?? 0;
  const below = data[at + coarse * width] ?? 0;
  if (isClipped(here) || isClipped(right) || isClipped(below)) return;
  sums.fineSum += ((data[at + 1] ?? 0) - here) ** 2 + ((data[at + width] ?? 0) - here) ** 2;
  sums.coarseSum += (right - here) ** 2 + (below - here) ** 2;
  sums.samples++;
}

function isClipped(grey: number): boolean {
  return grey <= FLOOR || grey >= CEILING;
}

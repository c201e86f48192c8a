import type { Calibration } from '../pixels/calibration.ts';

/** One item of the Sequence of Ultrasound Regions (0018,6011), as it stands in the file (PS3.3, C.8.5.5). */
export interface UltrasoundRegion {
  readonly spatialFormat: number | undefined;
  readonly dataType: number | undefined;
  readonly flags: number | undefined;
  /** Location of the first and the last pixel. */
  readonly minX: number | undefined;
  readonly minY: number | undefined;
  readonly maxX: number | undefined;
  readonly maxY: number | undefined;
  readonly unitsX: number | undefined;
  readonly unitsY: number | undefined;
  readonly deltaX: number | undefined;
  readonly deltaY: number | undefined;
}

const twoDimensional = 1;
const tissue = 1;
const centimetres = 3;
const lowPriority = 1;
/** A pixel of a real picture is smaller; files without calibration are written with a delta of 1. */
const refusedCm = 0.2;

/**
 * The calibration of a picture's tissue: the trusted 2D tissue region of higher priority, the larger of two alike. Null
 * rather than a wrong length: both units must be centimetres, both deltas below 0.2 cm whatever their sign, and the region
 * must lie inside the picture, which one that was scaled or cropped afterwards no longer does.
 */
export function calibrate(
  regions: readonly UltrasoundRegion[],
  size: { readonly width: number; readonly height: number },
): Calibration | null {
  const trusted = regions.flatMap((region) => {
    const calibration = trust(region, size);
    return calibration === null ? [] : [{ calibration, isLow: ((region.flags ?? 0) & lowPriority) !== 0 }];
  });
  const best = trusted.sort(
    (a, b) => Number(a.isLow) - Number(b.isLow) || areaOf(b.calibration) - areaOf(a.calibration),
  )[0];
  return best?.calibration ?? null;
}

function trust(
  region: UltrasoundRegion,
  size: { readonly width: number; readonly height: number },
): Calibration | null {
  if (region.spatialFormat !== twoDimensional || region.dataType !== tissue) return null;
  if (region.unitsX !== centimetres || region.unitsY !== centimetres) return null;
  const cmPerPixelX = trustDelta(region.deltaX);
  const cmPerPixelY = trustDelta(region.deltaY);
  const box = boxInside(region, size);
  if (cmPerPixelX === null || cmPerPixelY === null || box === null) return null;
  return { source: 'dicom-region', cmPerPixelX, cmPerPixelY, region: box };
}

function trustDelta(delta = Number.NaN): number | null {
  const cm = Math.abs(delta);
  return cm > 0 && cm < refusedCm ? cm : null;
}

/** Some machines write the picture's size as the last pixel: one too far is no other picture. */
function boxInside(
  { minX = -1, minY = -1, maxX = -1, maxY = -1 }: UltrasoundRegion,
  { width, height }: { readonly width: number; readonly height: number },
): Calibration['region'] | null {
  if (minX < 0 || minY < 0 || maxX <= minX || maxY <= minY || maxX > width || maxY > height) return null;
  return {
    x: minX,
    y: minY,
    width: Math.min(maxX + 1, width) - minX,
    height: Math.min(maxY + 1, height) - minY,
  };
}

function areaOf({ region }: Calibration): number {
  return region.width * region.height;
}

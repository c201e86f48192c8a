import type { Machine } from './machine.ts';
import type { ProbeModel } from './probe.ts';

/** How the sector lies in the picture. */
export interface PictureLayout {
  readonly width: number;
  readonly height: number;
  readonly cmPerPixel: number;
  /** Column (pixels) of the sector's middle. */
  readonly middle: number;
  /** Row (pixels) of the middle of the probe's face. */
  readonly faceRow: number;
}

/** The beams, and the samples along them, in the plane's own centimetres. */
export interface BeamGrid {
  readonly beams: number;
  readonly samples: number;
  readonly depthCm: number;
  readonly radiusCm: number;
  readonly halfAngle: number;
  readonly halfWidthCm: number;
  readonly steerAngle: number;
  readonly layout: PictureLayout;
}

interface PictureSize {
  readonly width: number;
  readonly height: number;
}

/** Lays out a sector in a picture, as large as fits, and as many beams as its pixels can show. */
export function beamGrid(model: ProbeModel, machine: Machine, size: PictureSize): BeamGrid {
  const { radiusCm, halfAngle, halfWidthCm, steerAngle } = model;
  const { depthCm, zoom } = machine;
  const { width, height } = size;
  const halfSpan = halfSpanCm({ ...model, depthCm });
  const aboveFace = halfAngle > 0 ? radiusCm * (1 - Math.cos(halfAngle)) : 0;
  const cmPerPixel = Math.max((2 * halfSpan) / width, (depthCm + aboveFace) / height) / 0.97 / zoom;
  // Unzoomed, the sector is in the middle of the picture; zoomed, 45 % of the depth is.
  const centreCm = zoom > 1 ? depthCm * 0.45 : (depthCm - aboveFace) / 2;
  const samples = Math.round(Math.min(720, (1.35 * depthCm) / cmPerPixel));
  return {
    beams: Math.round(Math.min(400, 0.75 * width * Math.min(zoom, 1.6))),
    samples,
    depthCm,
    radiusCm,
    halfAngle,
    halfWidthCm,
    steerAngle,
    layout: { width, height, cmPerPixel, middle: width / 2, faceRow: height / 2 - centreCm / cmPerPixel },
  };
}

/** Half the width of the sector where it is widest, cm. */
export function halfSpanCm({
  radiusCm,
  halfAngle,
  halfWidthCm,
  steerAngle,
  depthCm,
}: Pick<BeamGrid, 'radiusCm' | 'halfAngle' | 'halfWidthCm' | 'steerAngle' | 'depthCm'>): number {
  return halfAngle > 0
    ? (radiusCm + depthCm) * Math.sin(halfAngle)
    : halfWidthCm + depthCm * Math.sin(steerAngle);
}

/** Spacing of beams at a depth, cm; of steered ones, in the middle. */
export function beamSpacingCm(grid: BeamGrid, depthCm: number): number {
  const steps = grid.beams - 1;
  return grid.halfAngle > 0
    ? (2 * grid.halfAngle * (grid.radiusCm + depthCm)) / steps
    : (2 * (grid.halfWidthCm + depthCm * Math.tan(grid.steerAngle))) / steps;
}

/** Where a pixel's centre lies: beam from 0 to 1 (left to right) and depth in cm; NaN outside the sector. */
export function beamOfPixel(grid: BeamGrid, column: number, row: number): readonly [number, number] {
  const { cmPerPixel, middle, faceRow } = grid.layout;
  const lateral = (column + 0.5 - middle) * cmPerPixel;
  const axial = (row + 0.5 - faceRow) * cmPerPixel;
  return beamOfPlace(grid, lateral, axial);
}

/** The same for a place in the plane, cm. */
export function beamOfPlace(grid: BeamGrid, lateral: number, axial: number): readonly [number, number] {
  const [across, depth] =
    grid.halfAngle > 0 ? onFan(grid, lateral, axial) : onTrapezoid(grid, lateral, axial);
  const inside = Math.abs(across) <= 1 && depth >= 0 && depth < grid.depthCm;
  return inside ? [(across + 1) / 2, depth] : [Number.NaN, Number.NaN];
}

function onFan({ radiusCm, halfAngle }: BeamGrid, lateral: number, axial: number): readonly [number, number] {
  return [
    Math.atan2(lateral, axial + radiusCm) / halfAngle,
    Math.hypot(lateral, axial + radiusCm) - radiusCm,
  ];
}

/** Beams of a straight face seem to come from one point behind it; unsteered, that point is infinitely far. */
function onTrapezoid(grid: BeamGrid, lateral: number, axial: number): readonly [number, number] {
  const slope = Math.tan(grid.steerAngle);
  const across = lateral / (grid.halfWidthCm + Math.max(0, axial) * slope);
  return [across, axial * Math.hypot(1, across * slope)];
}

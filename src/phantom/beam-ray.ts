import type { BeamGrid } from './beam-grid.ts';
import type { ImagePlane } from './image-plane.ts';
import type { Vector } from './vector.ts';

/** Where a beam leaves the face, and its unit direction, in the body. */
export interface BeamRay {
  readonly start: Vector;
  readonly direction: Vector;
}

/** The ray of the beam at `share` of the sector from left (0) to right (1). */
export function beamRay(grid: BeamGrid, { origin, lateral, axial }: ImagePlane, share: number): BeamRay {
  const { radiusCm, halfAngle, halfWidthCm } = grid;
  const angle = halfAngle * (2 * share - 1);
  const [s, c] = [Math.sin(angle), Math.cos(angle)];
  const across = halfAngle > 0 ? radiusCm * s : halfWidthCm * (2 * share - 1);
  const down = radiusCm * (c - 1);
  return {
    start: {
      x: origin.x + across * lateral.x + down * axial.x,
      y: origin.y + across * lateral.y + down * axial.y,
      z: origin.z + across * lateral.z + down * axial.z,
    },
    direction: {
      x: s * lateral.x + c * axial.x,
      y: s * lateral.y + c * axial.y,
      z: s * lateral.z + c * axial.z,
    },
  };
}

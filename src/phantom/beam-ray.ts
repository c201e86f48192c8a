import type { BeamGrid } from './beam-grid.ts';
import type { ImagePlane } from './image-plane.ts';
import type { Vector } from './vector.ts';

/** Where a beam leaves the face, and its unit direction, in the body. */
export interface BeamRay {
  readonly start: Vector;
  readonly direction: Vector;
  /** Cosine of the angle between the beam and the face's normal: 1 unless it is steered. */
  readonly facing: number;
}

/** The ray of the beam at `share` of the sector from left (0) to right (1). */
export function beamRay(grid: BeamGrid, { origin, lateral, axial }: ImagePlane, share: number): BeamRay {
  const { radiusCm, halfAngle, halfWidthCm, steerAngle } = grid;
  const place = 2 * share - 1;
  const angle = halfAngle > 0 ? halfAngle * place : Math.atan(Math.tan(steerAngle) * place);
  const [s, c] = [Math.sin(angle), Math.cos(angle)];
  const across = halfAngle > 0 ? radiusCm * s : halfWidthCm * place;
  const down = halfAngle > 0 ? radiusCm * (c - 1) : 0;
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
    facing: halfAngle > 0 ? 1 : c,
  };
}

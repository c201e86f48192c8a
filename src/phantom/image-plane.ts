import type { ProbePose } from './probe.ts';
import { cross, turn, type Vector } from './vector.ts';

/** The cut through the body: where the face's middle is, and unit directions across, down and out of the picture. */
export interface ImagePlane {
  readonly origin: Vector;
  readonly lateral: Vector;
  readonly axial: Vector;
  readonly normal: Vector;
}

/** The plane that a probe looks at: turned about its axis, then swung out of the plane, then within it. */
export function imagePlane(pose: ProbePose): ImagePlane {
  const inwards = { x: 0, y: 0, z: 1 };
  const across = turn({ x: 1, y: 0, z: 0 }, inwards, pose.rotation);
  const tilted = turn(inwards, across, pose.tilt);
  const normal = cross(across, tilted);
  // Rocking turns from axial towards lateral.
  const axial = turn(tilted, normal, -pose.rock);
  const lateral = turn(across, normal, -pose.rock);
  return { origin: { x: pose.xCm, y: pose.yCm, z: 0 }, lateral, axial, normal };
}

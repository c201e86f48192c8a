import type { BeamPoint, Echo } from './echo.ts';
import { lumpNoise } from './lump-noise.ts';
import type { Vector } from './vector.ts';

/** Most that a tendon loses when the beam is not square to its fibres, dB; and the angle that costs 63 % of it. */
const anisotropyDb = 15;
const anisotropyRadians = 0.14;

/**
 * Makes tissue fibrillar: fine bright lines along the axis, and less echo the farther the beam is from square to
 * them, because bundles throw it back as a mirror does. The constants are chosen: a tendon as bright as muscle or
 * darker from about ten degrees on.
 */
export function layFibres(axis: Vector, point: BeamPoint, echo: Echo): void {
  const { x, y, z } = point;
  const alongCm = x * axis.x + y * axis.y + z * axis.z;
  const [ox, oy, oz] = [x - alongCm * axis.x, y - alongCm * axis.y, z - alongCm * axis.z];
  const fibrils = lumpNoise(ox * 9 + alongCm * 0.7, oy * 9, oz * 13);
  const offSquare = Math.asin(
    Math.min(1, Math.abs(point.dx * axis.x + point.dy * axis.y + point.dz * axis.z)),
  );
  const lost = 1 - Math.exp(-((offSquare / anisotropyRadians) ** 2));
  echo.backscatterDb += 5 * Math.min(1, fibrils) - anisotropyDb * lost;
}

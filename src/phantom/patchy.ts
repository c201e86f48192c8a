import type { BeamPoint } from './echo.ts';
import { lumpNoise } from './lump-noise.ts';

/**
 * How smooth an interface is about a point, 0.05 to 1.7: membranes are wavy on the scale of a beam, so their line is
 * broken, not drawn with a ruler.
 */
export function patchy({ x, y, z }: BeamPoint): number {
  const share =
    0.55 + 0.55 * lumpNoise(x * 1.3, y * 1.3, z * 1.3) + 0.35 * lumpNoise(x * 4, y * 4 + 9, z * 4);
  return Math.min(1.7, Math.max(0.05, share));
}

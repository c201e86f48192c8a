import type { Breathing } from './scene.ts';
import type { Vector } from './vector.ts';

/**
 * Where organs have moved since the end of expiration, cm. The curve is cos⁴, flat at the end of expiration
 * (Lujan, Med Phys 1999;26:715; not checked against the paper).
 */
export function breathe({ amplitudeCm, periodSeconds }: Breathing, timeSeconds: number): Vector {
  const share = 1 - Math.cos((Math.PI * timeSeconds) / periodSeconds) ** 4;
  return breathIn(amplitudeCm * share);
}

/** Where organs are after an inspiration that takes them this far towards the feet. */
export function breathIn(cm: number): Vector {
  return { x: cm, y: 0, z: -0.15 * cm };
}

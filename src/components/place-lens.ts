import type { Point } from '../pixels/sector.ts';
import type { Size } from '../pixels/viewport.ts';
import type { Hand } from '../settings.ts';

/** Diameter of the lens, CSS pixels. */
export const lensSide = 132;
/** From the finger's middle to the lens's, CSS pixels: a fingertip and half a lens apart. */
const reach = { aside: 84, above: 84 };

/**
 * Middle of the lens for a finger at a stage point, both in CSS pixels: above it and on the side where the hand is
 * not. At the upper edge it stands level with the finger, and where the hand's free side has no room, on the other.
 */
export function placeLens(finger: Point, stage: Size, hand: Hand): Point {
  const half = lensSide / 2;
  const aside = hand === 'left' ? reach.aside : -reach.aside;
  const wanted = finger.x + aside;
  const x = wanted < half || wanted > stage.width - half ? finger.x - aside : wanted;
  const y = Math.max(half, finger.y - reach.above);
  // Level with the finger it has to stand clear of it sideways.
  const clear = finger.y - y < half ? Math.sign(x - finger.x) * Math.max(0, half + 40 - reach.aside) : 0;
  return { x: x + clear, y };
}

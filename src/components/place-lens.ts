import type { Point } from '../pixels/sector.ts';
import type { Size } from '../pixels/viewport.ts';
import type { Hand } from '../settings.ts';

/** Diameter of the lens, CSS pixels. */
export const lensSide = 132;
/** From the finger's middle to the lens's, CSS pixels: above it, and aside; farther aside where it has to stand level. */
const reach = { above: 84, aside: 84, level: 106 };

/**
 * Middle of the lens for a finger at a stage point, both in CSS pixels: above it and on the side where the hand is
 * not. At the upper edge it stands level with the finger, and where the hand's free side has no room, on the other.
 */
export function placeLens(finger: Point, stage: Size, hand: Hand): Point {
  const half = lensSide / 2;
  const y = Math.max(half, finger.y - reach.above);
  const away = (hand === 'left' ? 1 : -1) * (finger.y - y < half ? reach.level : reach.aside);
  const hasRoom = finger.x + away >= half && finger.x + away <= stage.width - half;
  return { x: hasRoom ? finger.x + away : finger.x - away, y };
}

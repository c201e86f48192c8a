import fc from 'fast-check';
import { expect, test } from 'vitest';
import { lensSide, placeLens } from '../../../src/components/place-lens.ts';

const stage = { width: 358, height: 340 };
const finger = fc.record({ x: fc.integer({ min: 0, max: 358 }), y: fc.integer({ min: 0, max: 340 }) });
/** Half a fingertip, CSS pixels. */
const fingertip = 30;

test('the lens is on the stage, clear of the finger, and never below its tip where the hand is', () => {
  fc.assert(
    fc.property(finger, fc.constantFrom('left' as const, 'right' as const), (at, hand) => {
      const lens = placeLens(at, stage, hand);
      const half = lensSide / 2;
      expect(lens.x).toBeGreaterThanOrEqual(half);
      expect(lens.x).toBeLessThanOrEqual(stage.width - half);
      expect(lens.y).toBeGreaterThanOrEqual(half);
      expect(Math.hypot(lens.x - at.x, lens.y - at.y)).toBeGreaterThan(half + fingertip);
      if (at.y > 150) expect(lens.y).toBeLessThan(at.y - half);
    }),
  );
});

test('with room on both sides it stands away from the hand', () => {
  const middle = { x: 179, y: 250 };
  expect(placeLens(middle, stage, 'right').x).toBeLessThan(middle.x);
  expect(placeLens(middle, stage, 'left').x).toBeGreaterThan(middle.x);
});

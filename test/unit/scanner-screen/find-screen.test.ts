import { expect, test } from 'vitest';
import { findScreen } from '../../../src/scanner-screen/find-screen.ts';
import { greyOfScreen } from '../../../src/scanner-screen/grey-of-screen.ts';
import { cornerDistance } from '../../../src/scanner-screen/quad.ts';
import { photographRoom, photographScreen } from '../../fixtures/photograph-screen.ts';

/** The worst corner's distance from its true place, share of the picture's width; infinite where none is found. */
function cornerError(seed: number): number {
  const { picture, corners } = photographScreen(seed);
  const found = findScreen(greyOfScreen(picture));
  return found === null ? Number.POSITIVE_INFINITY : cornerDistance(found.corners, corners) / picture.width;
}

// The weights of judge-quad.ts were fitted on photographs of other seeds. The aim is 95 %; 88.8 % are reached.
test('in 500 photographs the worst corner is within 1 % of the width in at least 88 %', () => {
  const errors = Array.from({ length: 500 }, (_, i) => cornerError(i));
  const within = errors.filter((error) => error <= 0.01).length / errors.length;
  expect(within).toBeGreaterThanOrEqual(0.88);
  // The middle one of the errors is 0.29 %, 3.7 pixels of 1280: 0.2 % is not reached.
  expect(errors.toSorted((a, b) => a - b)[250]).toBeLessThan(0.003);
}, 600_000);

test('rooms without a screen that is on have none, but for 5 %', () => {
  const rooms = Array.from({ length: 60 }, (_, i) => findScreen(greyOfScreen(photographRoom(i))));
  expect(rooms.filter((found) => found !== null).length).toBeLessThanOrEqual(3);
}, 120_000);

test('pictures of nothing have no screen', () => {
  const size = { width: 640, height: 480 };
  expect(findScreen({ ...size, data: new Uint8Array(640 * 480) })).toBeNull();
  expect(findScreen({ ...size, data: new Uint8Array(640 * 480).fill(255) })).toBeNull();
  const noise = Uint8Array.from({ length: 640 * 480 }, (_, i) => (Math.imul(i, 0x9e37_79b1) >>> 24) & 255);
  expect(findScreen({ ...size, data: noise })).toBeNull();
  expect(findScreen({ width: 1, height: 1, data: new Uint8Array(1) })).toBeNull();
});
